package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while a site's model is being trained. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledTrainingIT {
  private static final int FIRST = 200;
  private static final int ALL = 5000;
  private static final int BATCH = 400;
  private static final String[] GARDEN = {"tomatoes", "compost", "roses", "seedlings", "lettuce"};
  private static final String[] FOOTBALL = {"referees", "penalties", "offside", "keepers", "goals"};
  private static final String[] SHAPES = {
    "This year %s did well beside %s, after %d weeks of rain",
    "Nobody talks of anything but %s and %s, %d minutes of it",
    "Has anybody seen %s or %s? I waited for %d days",
    "My sister likes %s, my brother %s, and we have %d of each"
  };

  @TempDir
  private Path dataDir;

  private ServiceProcess service;

  @Test
  void what_served_goes_on_and_the_training_is_done_again_of_all_examples() throws Exception {
    service = ServiceProcess.start(dataDir);
    var key = service.createSite("kept");
    takeIn(0, FIRST);
    awaitLearning(learning -> learning.getJsonObject("challenger") != null);
    int decided = decideUntilServed(FIRST);
    takeIn(decided, ALL);
    await(() ->
        service.output().contains("training a site's own model site=\"kept\" examples=\"" + ALL));
    var champion = learning().getJsonObject("champion");
    service.kill();

    service = ServiceProcess.start(dataDir);
    service.useKey(key);
    assertThat(learning().getJsonObject("champion")).isEqualTo(champion);
    assertThat(models()).endsWith(champion.getString("version"));
    assertThat(size(learning().getJsonObject("challenger"))).isLessThan(ALL);
    awaitLearning(learning -> size(learning.getJsonObject("challenger")) == ALL);
    assertThat(ok(service.get("/v1/sites/kept/learning/examples")).lines()).hasSize(ALL);
    service.close();
  }

  /** As an imported history: one of three is football, which was rejected. */
  private void takeIn(int from, int to) throws Exception {
    for (int begin = from; begin < to; begin += BATCH) {
      var lines = new JsonArray();
      for (int i = begin; i < Math.min(to, begin + BATCH); i++) {
        lines.add(submission(i)
            .put("kind", "comment")
            .put("submittedAt", "2025-11-22T10:00:00Z")
            .put("verdict", isFootball(i) ? "REJECT" : "APPROVE"));
      }
      ok(service.post("/v1/sites/kept/history", lines.encode()));
    }
  }

  /** Only what people decide from then on proves a model. */
  private int decideUntilServed(int from) throws Exception {
    for (int i = from; ; i++) {
      ok(service.post("/v1/sites/kept/comments", submission(i).encode()));
      var word = new JsonObject().put("verdict", isFootball(i) ? "REJECT" : "APPROVE");
      ok(service.post("/v1/sites/kept/comments/c-%d/feedback".formatted(i), word.encode()));
      if (i % 50 == 0 && learning().getJsonObject("champion") != null) {
        return i + 1;
      }
    }
  }

  private static boolean isFootball(int i) {
    return i % 3 == 0;
  }

  private static JsonObject submission(int i) {
    var words = isFootball(i) ? FOOTBALL : GARDEN;
    var text = SHAPES[i % 4].formatted(words[i % 5], words[i / 5 % 5], i);
    return new JsonObject()
        .put("id", "c-" + i)
        .put("post", new JsonObject().put("id", "p-1"))
        .put("text", text);
  }

  private String models() throws Exception {
    var found = new JsonObject(ok(service.post(
        "/v1/sites/kept/comments", submission(ALL).put("test", true).encode())));
    return found.getJsonObject("versions").getString("models");
  }

  private JsonObject learning() throws Exception {
    return new JsonObject(ok(service.get("/v1/sites/kept/learning")));
  }

  private static int size(JsonObject model) {
    return model == null ? 0 : model.getInteger("rejected") + model.getInteger("approved");
  }

  private void awaitLearning(Predicate<JsonObject> wanted) throws Exception {
    await(() -> wanted.test(learning()));
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition) throws Exception {
    for (int tries = 0; !condition.holds(); tries++) {
      assertThat(tries).as(service.output()).isLessThan(6000);
      Thread.sleep(20);
    }
  }

  private static String ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }
}
