package io.moderato.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again: four times as long after each attempt, from five seconds up to six hours, and for about a day in all. */
final class RetrySchedule {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int FACTOR = 4;

  /** 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, 5.7 h, 6 h, 6 h, 6 h: 25 hours between the first and the last. */
  static final int MOST_ATTEMPTS = 11;

  /** So much of each pause is left to chance, so that what failed together does not come back together. */
  private static final double CHANCE = 0.2;

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Empty when there were attempts enough.
   *
   * @param attempts made so far
   * @param asked for how long the receiver wants to be left alone; it is, up to the longest pause
   */
  Optional<Duration> pauseAfter(int attempts, Duration asked) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    var seconds = FIRST.toSeconds() * Math.pow(FACTOR, attempts - 1.0);
    var pause = Math.min(seconds, LONGEST.toSeconds());
    var shift = 1 - CHANCE + 2 * CHANCE * random.nextDouble();
    var own = Duration.ofMillis((long) (1000 * pause * shift));
    var wanted = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    return Optional.of(own.compareTo(wanted) > 0 ? own : wanted);
  }
}
