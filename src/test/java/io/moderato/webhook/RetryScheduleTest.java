package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryScheduleTest {
  /** Always in the middle of what is left to chance. */
  private final RetrySchedule schedule = new RetrySchedule(new RandomGenerator() {
    @Override
    public long nextLong() {
      return Long.MIN_VALUE;
    }
  });

  @Test
  void pauses_grow_and_end_after_a_day() {
    var pauses = IntStream.rangeClosed(1, 10)
        .mapToObj(attempts ->
            schedule.pauseAfter(attempts, Duration.ZERO).orElseThrow().toSeconds())
        .toList();

    assertThat(pauses)
        .containsExactly(5L, 20L, 80L, 320L, 1280L, 5120L, 20_480L, 21_600L, 21_600L, 21_600L);
    assertThat(schedule.pauseAfter(11, Duration.ofSeconds(1))).isEmpty();
    assertThat(schedule.pauseAfter(1000, Duration.ZERO)).isEmpty();
    var all = pauses.stream().mapToLong(Long::longValue).sum();
    assertThat(Duration.ofSeconds(all)).isBetween(Duration.ofHours(24), Duration.ofHours(27));
  }

  @Test
  void a_fifth_of_each_pause_either_way_is_left_to_chance() {
    var seed = 20_261_122L;
    var random = new RetrySchedule(new Random(seed));

    var pauses = IntStream.range(0, 1000)
        .mapToLong(i -> random.pauseAfter(2, Duration.ZERO).orElseThrow().toMillis())
        .summaryStatistics();

    assertThat(pauses.getMin()).as("seed %d", seed).isBetween(16_000L, 16_500L);
    assertThat(pauses.getMax()).as("seed %d", seed).isBetween(23_500L, 24_000L);
  }

  @Test
  void who_asks_for_more_time_gets_it_up_to_the_longest_pause() {
    assertThat(schedule.pauseAfter(1, Duration.ofMinutes(3))).contains(Duration.ofMinutes(3));
    assertThat(schedule.pauseAfter(3, Duration.ofSeconds(3))).contains(Duration.ofSeconds(80));
    assertThat(schedule.pauseAfter(1, Duration.ofDays(365))).contains(Duration.ofHours(6));
  }
}
