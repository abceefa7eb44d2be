package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderator.Failures.Limit;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {
  private static final Instant NOW = Moderators.NOW;

  @ParameterizedTest
  @CsvSource({
    "LOGIN, 0, PT0S",
    "LOGIN, 4, PT0S",
    "LOGIN, 5, PT30S",
    "LOGIN, 6, PT1M",
    "LOGIN, 9, PT8M",
    "LOGIN, 10, PT15M",
    "LOGIN, 2000000000, PT15M",
    "ADDRESS, 29, PT0S",
    "ADDRESS, 30, PT30S",
    "ADDRESS, 37, PT1H"
  })
  void each_failure_beyond_the_free_ones_doubles_the_pause_up_to_a_limit(
      Limit limit, int count, Duration pause) {
    assertThat(new Failures(count, NOW).pause(limit, NOW)).isEqualTo(pause);
  }

  @Test
  void the_pause_passes() {
    var failures = new Failures(5, NOW);

    assertThat(failures.pause(Limit.LOGIN, NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(failures.pause(Limit.LOGIN, NOW.plusSeconds(30))).isZero();
    assertThat(failures.pause(Limit.LOGIN, NOW.plusSeconds(3000))).isZero();
  }
}
