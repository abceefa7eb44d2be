package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.webhook.GuardedSender.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void seconds_and_dates_count() {
    assertThat(asked(503, "120")).isEqualTo(Duration.ofMinutes(2));
    assertThat(asked(429, " 5 ")).isEqualTo(Duration.ofSeconds(5));
    assertThat(asked(503, "Sun, 22 Nov 2026 10:01:30 GMT")).isEqualTo(Duration.ofSeconds(90));
    assertThat(asked(503, "Sun, 22 Nov 2026 09:00:00 GMT")).isZero();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999", "Sun, 99 Nov 2026"})
  void what_can_not_be_read_says_nothing(@Nullable String header) {
    assertThat(asked(503, header)).isZero();
  }

  @Test
  void only_who_is_overloaded_may_ask() {
    assertThat(asked(500, "120")).isZero();
    assertThat(asked(301, "120")).isZero();
  }

  private static Duration asked(int status, @Nullable String header) {
    return RetryAfter.of(new Answer(status, header), NOW);
  }
}
