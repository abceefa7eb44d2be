package io.moderato.process;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the process with SIGTERM, as an operator or an orchestrator does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShutdownIT {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
  private static final int SIGTERM_STATUS = 128 + 15;

  @TempDir
  private Path dataDir;

  @Test
  void keeps_everything_that_was_acknowledged_under_load() throws Exception {
    var service = ServiceProcess.start(dataDir);
    var key = service.createSite("kept");
    var writers = Writers.start(service, "load", 16, 7);
    Thread.sleep(1500);

    service.terminate();
    var status = service.awaitExit(LONGEST_STOP);
    writers.awaitEnd();

    assertThat(status).isEqualTo(SIGTERM_STATUS);
    assertThat(writers.refusals().filter(refusal -> !refusal.isPutOff())).isEmpty();
    assertThat(service.output()).doesNotContain("Exception", "ERROR");
    try (var again = ServiceProcess.start(dataDir)) {
      again.useKey(key);
      Kept.assertAll(again, "after a stop", writers.promises());
      Kept.assertLists(again, "after a stop", writers.promises());
    }
  }

  @Test
  void answers_a_request_that_is_under_way() throws Exception {
    var service = ServiceProcess.start(dataDir);
    service.createSite("kept");
    var batch = IntStream.range(0, 500)
        .mapToObj(i ->
            "{\"id\":\"b-%d\",\"post\":{\"id\":\"p\"},\"text\":\"Number %d.\"}".formatted(i, i))
        .collect(joining(",", "[", "]"));
    var answer = CompletableFuture.supplyAsync(() -> submitted(service, batch));
    while (service.get("/v1/sites/kept/comments/b-40").statusCode() == 404) {
      Thread.sleep(1);
    }

    service.terminate();

    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(new JsonArray(answer.join().body()))
        .hasSize(500)
        .allMatch(result -> ((JsonObject) result).getInteger("code") == 201);
    assertThat(service.awaitExit(LONGEST_STOP)).isEqualTo(SIGTERM_STATUS);
  }

  private static HttpResponse<String> submitted(ServiceProcess service, String batch) {
    try {
      return service.post("/v1/sites/kept/comments:batch", batch);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
