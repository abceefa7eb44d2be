package io.moderato.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditIdsTest {
  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final AuditIds ids = new AuditIds(clock);

  @Test
  void ids_of_one_process_sort_as_they_were_made() {
    var made = Stream.generate(ids).limit(100_000).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_of_two_processes_sort_by_the_millisecond() {
    var one = ids.get();
    clock.advance(Duration.ofMillis(1));
    var other = new AuditIds(clock).get();

    assertThat(one).isLessThan(other);
  }

  @Test
  void a_clock_that_is_set_back_does_not_set_ids_back() {
    var before = ids.get();
    clock.advance(Duration.ofHours(-1));

    assertThat(ids.get()).isGreaterThan(before);
  }

  @Test
  void a_time_sorts_before_the_ids_of_that_time() {
    assertThat(AuditIds.first(clock.instant())).isLessThan(ids.get());
    assertThat(AuditIds.first(clock.instant().plusMillis(1))).isGreaterThan(ids.get());
  }
}
