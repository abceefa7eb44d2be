package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderator.Failures.Limit;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class FailureRepositoryContract {
  private static final Instant NOW = Moderators.NOW;
  private static final Instant LATER = NOW.plusSeconds(5);

  abstract FailureRepository failures();

  @Test
  void each_failure_is_counted_and_what_was_before_it_is_given() {
    assertThat(failures().add("login:anna", NOW).await()).isEqualTo(Failures.NONE);
    assertThat(failures().add("login:anna", LATER).await()).isEqualTo(new Failures(1, NOW));

    assertThat(failures().find("login:anna", LATER).await()).isEqualTo(new Failures(2, LATER));
    assertThat(failures().find("login:ben", LATER).await()).isEqualTo(Failures.NONE);
  }

  @Test
  void of_many_at_once_each_is_counted() {
    failures().add("login:anna", NOW).await();

    Future.all(IntStream.range(0, 20)
            .mapToObj(i -> failures().add("login:anna", NOW))
            .toList())
        .await();

    assertThat(failures().find("login:anna", NOW).await()).isEqualTo(new Failures(21, NOW));
  }

  @Test
  void one_is_taken_back_and_never_more_than_there_were() {
    failures().add("login:anna", NOW).await();
    failures().add("login:anna", NOW).await();

    failures().forgive("login:anna").await();
    assertThat(failures().find("login:anna", NOW).await()).isEqualTo(new Failures(1, NOW));

    failures().forgive("login:anna").await();
    failures().forgive("login:anna").await();
    failures().forgive("login:ben").await();
    assertThat(failures().find("login:anna", NOW).await().count()).isZero();
  }

  @Test
  void all_are_forgotten_when_told_so() {
    failures().add("login:anna", NOW).await();

    failures().forget("login:anna").await();

    assertThat(failures().find("login:anna", NOW).await()).isEqualTo(Failures.NONE);
  }

  @Test
  void all_are_forgotten_a_day_after_the_last() {
    var nextDay = LATER.plus(Limit.REMEMBERED);
    failures().add("login:anna", NOW).await();
    failures().add("login:anna", LATER).await();

    assertThat(failures().find("login:anna", nextDay.minusMillis(1)).await().count())
        .isEqualTo(2);
    assertThat(failures().find("login:anna", nextDay).await()).isEqualTo(Failures.NONE);
    assertThat(failures().add("login:anna", nextDay).await()).isEqualTo(Failures.NONE);
    assertThat(failures().find("login:anna", nextDay).await().count()).isEqualTo(1);
  }

  @Test
  void what_is_to_be_forgotten_is_erased() {
    failures().add("login:anna", NOW).await();
    failures().add("login:ben", LATER).await();

    var erased = failures().purgeExpired(NOW.plus(Limit.REMEMBERED), 10).await();

    assertThat(erased).isEqualTo(1);
    assertThat(failures().find("login:ben", LATER).await()).isEqualTo(new Failures(1, LATER));
  }
}
