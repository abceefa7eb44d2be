package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.webhook.Receiver;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process while deliveries are due, again and again, on one and the same data directory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookKillIT {
  private static final long SEED = 20_261_122;
  private static final int KILLS = 4;
  private static final int COMMENTS = 40;

  /** A claim of a killed process ends after half a minute, and so does a pause. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

  private final Random random = new Random(SEED);

  @TempDir
  private Path dataDir;

  @Test
  void every_event_arrives_at_least_once_under_one_id_and_each_comments_in_order()
      throws Exception {
    try (var receiver = new Receiver()) {
      receiver.answers(call -> {
        synchronized (random) {
          return random.nextInt(5) == 0 ? 500 : 204;
        }
      });
      var service = start();
      var key = service.createSite("told");
      service.post(
          "/v1/sites/told/webhooks",
          new JsonObject().put("url", receiver.url("/hooks")).encode());
      for (int kill = 0; kill < KILLS; kill++) {
        for (int i = 0; i < COMMENTS; i++) {
          submitAndEdit(service, "c-%d-%d".formatted(kill, i));
        }
        service.kill();
        service = start();
        service.useKey(key);
      }
      try (var last = service) {
        awaitDelivered(last);
      }

      assertThat(eventsByComment(receiver)).hasSize(KILLS * COMMENTS).allSatisfy((id, types) -> {
        assertThat(types).as("of %s, seed %d", id, SEED).hasSize(2);
        assertThat(versions(receiver, id)).as("of %s, seed %d", id, SEED).isSorted();
      });
    }
  }

  private ServiceProcess start() throws Exception {
    return ServiceProcess.start(dataDir, "--webhook-allowed-networks", "127.0.0.1");
  }

  /** Two events: the links of the edit hold or reject what was approved. */
  private static void submitAndEdit(ServiceProcess service, String id) throws Exception {
    var comment = new JsonObject()
        .put("id", id)
        .put("post", new JsonObject().put("id", "p-1"))
        .put("text", "Thanks, this cleared up a lot for me.");
    assertThat(service.post("/v1/sites/told/comments", comment.encode()).statusCode())
        .isEqualTo(201);
    var edit = new JsonObject()
        .put("text", "Buy cheap watches now http://watches.example http://pills.example " + id);
    assertThat(
            service.send("PUT", "/v1/sites/told/comments/" + id, edit.encode()).statusCode())
        .isEqualTo(200);
  }

  private static void awaitDelivered(ServiceProcess service) throws Exception {
    var webhook = new JsonObject(service.get("/v1/sites/told/webhooks").body())
        .getJsonArray("webhooks")
        .getJsonObject(0)
        .getString("id");
    var waiting = "/v1/sites/told/webhooks/" + webhook + "/deliveries?state=waiting";
    var end = System.nanoTime() + LONGEST_WAIT.toNanos();
    int quiet = 0;
    while (quiet < 5) { // events on their way from a comment to the outbox are not seen here
      assertThat(System.nanoTime()).as("still waiting after %s", LONGEST_WAIT).isLessThan(end);
      Thread.sleep(500);
      var left = new JsonObject(service.get(waiting).body());
      quiet = left.getJsonArray("deliveries", new JsonArray()).isEmpty() ? quiet + 1 : 0;
    }
  }

  /** Of each comment, the types of its events, by their ids. */
  private static Map<String, Map<String, String>> eventsByComment(Receiver receiver) {
    return accepted(receiver).stream()
        .collect(Collectors.groupingBy(
            WebhookKillIT::comment,
            Collectors.toMap(
                call -> call.header("webhook-id"),
                call -> new JsonObject(call.body()).getString("type"),
                (first, again) -> {
                  assertThat(again).isEqualTo(first);
                  return first;
                },
                LinkedHashMap::new)));
  }

  private static List<Integer> versions(Receiver receiver, String comment) {
    return accepted(receiver).stream()
        .filter(call -> comment(call).equals(comment))
        .map(call -> new JsonObject(call.body()).getJsonObject("data").getInteger("version"))
        .toList();
  }

  private static String comment(Receiver.Call call) {
    return new JsonObject(call.body()).getJsonObject("data").getString("id");
  }

  private static List<Receiver.Call> accepted(Receiver receiver) {
    return receiver.calls().stream().filter(call -> call.answer() == 204).toList();
  }
}
