package io.moderato.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How long and how hard to measure.
 *
 * @param duration of each measured stretch
 * @param warmUp load before each part is measured
 * @param comments stored before the last measurement of submissions
 * @param inFlight requests under way at once
 * @param javaOptions of the service's JVM
 */
public record BenchSettings(
    Duration duration,
    Duration warmUp,
    int comments,
    int inFlight,
    List<String> javaOptions,
    Path modelsDir) {
  public BenchSettings {
    javaOptions = List.copyOf(javaOptions);
    if (duration.toSeconds() < 1 || warmUp.isNegative() || comments < 1000 || inFlight < 1) {
      throw new IllegalArgumentException(
          "a benchmark takes at least 1 second, 1,000 comments and 1 request in flight");
    }
  }
}
