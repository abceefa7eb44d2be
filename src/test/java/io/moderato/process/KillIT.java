package io.moderato.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

      Kept.assertAll(service, what(round), writers.promises());
      Kept.assertLists(service, what(round), writers.promises());
      Kept.assertAll(service, what(round), sample());
      all.addAll(writers.promises());
    }
    Kept.assertAll(service, what("all"), all);
    Kept.assertLists(service, what("all"), all);
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

  private static String what(String round) {
    return "after %s, seed %d".formatted(round, SEED);
  }
}
