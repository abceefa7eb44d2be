package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SessionRepositoryContract {
  private static final Instant NOW = Moderators.NOW;

  abstract SessionRepository sessions();

  @Test
  void a_session_is_given_back_as_it_was_added() {
    var session = added("1", "anna", NOW);

    assertThat(sessions().find("1").await()).contains(session);
    assertThat(sessions().find("2").await()).isEmpty();
  }

  @Test
  void an_account_s_sessions_are_listed_the_latest_first() {
    var first = added("1", "anna", NOW);
    var second = added("2", "anna", NOW.plusSeconds(1));
    added("3", "ben", NOW);

    assertThat(sessions().all("anna", 10).await()).containsExactly(second, first);
    assertThat(sessions().all("anna", 1).await()).containsExactly(second);
  }

  @Test
  void a_sign_of_life_moves_the_end() {
    var session = added("1", "anna", NOW);
    var later = NOW.plusSeconds(90);

    sessions().seen("1", later, later.plusSeconds(60)).await();

    assertThat(sessions().find("1").await())
        .contains(
            new Session("1", "anna", 4, session.browser(), NOW, later, later.plusSeconds(60)));
  }

  @Test
  void a_sign_of_life_does_not_bring_an_ended_session_back() {
    sessions().seen("1", NOW, NOW.plusSeconds(60)).await();

    assertThat(sessions().find("1").await()).isEmpty();
  }

  @Test
  void nobody_ends_another_s_session() {
    var session = added("1", "anna", NOW);

    assertThat(sessions().end("ben", "1").await()).isFalse();
    assertThat(sessions().find("1").await()).contains(session);
    assertThat(sessions().end("anna", "1").await()).isTrue();
    assertThat(sessions().find("1").await()).isEmpty();
  }

  @Test
  void what_has_ended_is_erased_and_the_rest_stays() {
    added("1", "anna", NOW);
    added("2", "anna", NOW.plusSeconds(1));
    var live = added("3", "anna", NOW.plus(Duration.ofDays(1)));

    assertThat(sessions().purgeExpired(NOW.plusSeconds(61), 1).await()).isEqualTo(1);
    assertThat(sessions().purgeExpired(NOW.plusSeconds(61), 10).await()).isEqualTo(1);
    assertThat(sessions().purgeExpired(NOW.plusSeconds(61), 10).await()).isZero();
    assertThat(sessions().all("anna", 10).await()).containsExactly(live);
  }

  private Session added(String id, String login, Instant at) {
    var session = new Session(id, login, 4, "Some browser", at, at, at.plusSeconds(60));
    sessions().add(session).await();
    return session;
  }
}
