package io.moderato.process;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process again and again, on one and the same data directory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {
  private static final long SEED = 20_261_122;
  private static final int KILLS = 20;
  private static final int WRITERS = 8;

  /** So many comments of earlier rounds are looked at after each restart; after the last one, all. */
  private static final int SAMPLE = 100;

  private final Random random = new Random(SEED);
  private final List<CommentPromise> all = new ArrayList<>();

  @TempDir
  private Path dataDir;

  @Test
  void every_acknowledged_comment_is_there_once_with_the_decision_that_was_answered()
      throws Exception {
    var service = ServiceProcess.start(dataDir);
    var key = service.createSite("kept");
    for (int kill = 1; kill <= KILLS; kill++) {
      var round = "kill-" + kill;
      var writers = Writers.start(service, round, WRITERS, random.nextLong());
      Thread.sleep(50 + random.nextInt(1000));
      service.kill();
      writers.awaitEnd();
      assertThat(writers.refusals()).as(round).isEmpty();

      if (kill % 5 == 0) { // also while it starts
        var starting = ServiceProcess.launch(dataDir);
        Thread.sleep(200 + random.nextInt(1500));
        starting.kill();
      }
      service = ServiceProcess.start(dataDir);
      service.useKey(key);

      assertKept(service, round, writers.promises());
      assertKept(service, "before " + round, sample());
      all.addAll(writers.promises());
    }
    assertKept(service, "the end", all);
    service.close();
    assertThat(all).as("a load worth its name").hasSizeGreaterThan(20 * KILLS);
  }

  private List<CommentPromise> sample() {
    return random
        .ints(all.isEmpty() ? 0 : SAMPLE, 0, Math.max(1, all.size()))
        .mapToObj(all::get)
        .distinct()
        .toList();
  }

  private static void assertKept(
      ServiceProcess service, String when, Collection<CommentPromise> promises) throws Exception {
    var broken = new ArrayList<String>();
    for (var promise : promises) {
      promise.broken(service).ifPresent(broken::add);
    }
    assertThat(broken)
        .as("comments not as promised after %s, seed %d", when, SEED)
        .isEmpty();
    if (when.startsWith("before")) {
      return;
    }
    for (var post :
        promises.stream().map(promise -> promise.post).collect(toCollection(TreeSet::new))) {
      var expected = promises.stream()
          .filter(promise -> promise.post.equals(post) && promise.isShown())
          .map(promise -> promise.id)
          .toList();
      for (var view : List.of("flat", "threaded")) {
        assertThat(shown(service, post, view))
            .as("%s list of %s after %s, seed %d", view, post, when, SEED)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  /** The ids of all pages, repeated ones included. */
  private static List<String> shown(ServiceProcess service, String post, String view)
      throws Exception {
    var ids = new ArrayList<String>();
    var path = "/v1/sites/kept/posts/%s/comments?view=%s&limit=200".formatted(post, view);
    var cursor = "";
    while (cursor != null) {
      var page = new JsonObject(service.get(path + cursor).body());
      page.getJsonArray("comments")
          .forEach(comment -> ids.add(((JsonObject) comment).getString("id")));
      var next = page.getString("next");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return ids;
  }
}
