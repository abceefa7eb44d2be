package io.moderato.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How long and how hard to measure.
 *
 * @param duration of each measured stretch; it is preceded by a warm-up
 * @param comments stored before the last measurement of submissions
 * @param inFlight requests under way at once
 */
public record BenchSettings(Duration duration, int comments, int inFlight, Path modelsDir) {
  public BenchSettings {
    if (duration.toSeconds() < 1 || comments < 1000 || inFlight < 1) {
      throw new IllegalArgumentException(
          "a benchmark takes at least 1 second, 1,000 comments and 1 request in flight");
    }
  }

  /** Long enough for the JVM's compiler to be done, also where it has a part of a core only. */
  Duration warmUp() {
    return duration.plusSeconds(5);
  }
}
