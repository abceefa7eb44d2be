package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the process while it decides many comments at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledBatchIT {
  private static final int COMMENTS = 3000;
  private static final String POLICY = """
      {"name": "careful", "rules": [
        {"name": "all", "sentence": "Everything waits.", "when": "shape.words > 0", "verdict": "HOLD"}]}
      """;

  @TempDir
  private Path dataDir;

  @ParameterizedTest
  @ValueSource(ints = {1, 400})
  void what_is_written_down_and_what_was_decided_agree_after_the_restart(int decided)
      throws Exception {
    var service = ServiceProcess.start(dataDir);
    var key = service.createSite("kept");
    holdAll(service);
    var begun = ok(service.post(
        "/v1/review/kept/acts",
        new JsonObject()
            .put("act", "reject")
            .put("filter", new JsonObject())
            .put("asOf", "2126-11-22T10:00:00Z")
            .encode()));
    awaitDone(service, begun.getString("id"), decided);
    service.kill();

    service = ServiceProcess.start(dataDir);
    service.useKey(key);
    var batch = settled(service, begun.getString("id"));
    var undone = ok(service.post("/v1/review/kept/acts/" + begun.getString("id") + "/undo", "{}"));

    assertThat(batch.getInteger("done")).isBetween(1, COMMENTS - 1);
    assertThat(undone.getInteger("restored")).isEqualTo(batch.getInteger("done"));
    assertThat(waiting(service)).isEqualTo(COMMENTS);
    service.close();
  }

  private static void awaitDone(ServiceProcess service, String batch, int decided)
      throws Exception {
    for (int tries = 0; ; tries++) {
      var progress = ok(service.get("/v1/review/kept/batches/" + batch));
      if (progress.getInteger("done") >= decided) {
        return;
      }
      assertThat(tries).as(progress.encode()).isLessThan(2000);
      Thread.sleep(5);
    }
  }

  /** The batch, once the acts that were cut short are written down as such; that is seen within seconds or never. */
  private static JsonObject settled(ServiceProcess service, String batch) throws Exception {
    for (int tries = 0; ; tries++) {
      var progress = ok(service.get("/v1/review/kept/batches/" + batch));
      if (progress.getInteger("done") + waiting(service) == COMMENTS) {
        return progress;
      }
      assertThat(tries).as(progress.encode()).isLessThan(100);
      Thread.sleep(100);
    }
  }

  private static int waiting(ServiceProcess service) throws Exception {
    return ok(service.post("/v1/review/kept/preview", "{}")).getInteger("count");
  }

  private static void holdAll(ServiceProcess service) throws Exception {
    var policy = ok(service.send("PUT", "/v1/sites/kept/policy", POLICY)).getString("version");
    ok(service.post(
        "/v1/sites/kept/policy/activate",
        new JsonObject().put("version", policy).encode()));
    for (int from = 0; from < COMMENTS; from += 500) {
      var batch = new JsonArray();
      for (int i = from; i < from + 500; i++) {
        batch.add(new JsonObject()
            .put("id", "c-" + i)
            .put("post", new JsonObject().put("id", "p-1"))
            .put("text", "Remark number %d about road %d.".formatted(i, i * 31)));
      }
      assertThat(service.post("/v1/sites/kept/comments:batch", batch.encode()).statusCode())
          .isEqualTo(200);
    }
  }

  private static JsonObject ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return new JsonObject(answer.body());
  }
}
