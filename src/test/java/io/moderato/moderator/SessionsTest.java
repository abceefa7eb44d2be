package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsTest {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration MOST = Duration.ofHours(2);

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final FakeSessionRepository stored = new FakeSessionRepository();
  private final FakeModeratorRepository moderators = new FakeModeratorRepository();
  private final Sessions sessions = new Sessions(stored, moderators, IDLE, MOST, clock);

  @BeforeEach
  void add_an_account() {
    moderators.addIfNew(Moderators.anna()).await();
  }

  @Test
  void a_token_lets_in_whom_it_was_made_for() {
    var token = begin();

    assertThat(sessions.resume(token).await())
        .contains(new SignedIn(Moderators.anna(), token.sessionId(), token.csrfToken()));
  }

  @Test
  void a_token_that_was_made_up_lets_nobody_in() {
    begin();

    assertThat(sessions.resume(SessionToken.random()).await()).isEmpty();
  }

  @Test
  void the_store_knows_nothing_by_which_one_could_come_in() {
    var token = begin();

    var session = stored.all("anna", 1).await().get(0);
    assertThat(session.toString()).doesNotContain(token.text()).doesNotContain(token.csrfToken());
    assertThat(sessions.resume(new SessionToken(session.id())).await()).isEmpty();
  }

  @Test
  void ends_when_nothing_was_asked_for_a_while() {
    var token = begin();

    clock.advance(IDLE.minusMillis(1));
    assertThat(sessions.resume(token).await()).isPresent();
    clock.advance(IDLE.minusMillis(1));
    assertThat(sessions.resume(token).await()).isPresent();
    clock.advance(IDLE);
    assertThat(sessions.resume(token).await()).isEmpty();
  }

  @Test
  void ends_at_last_however_much_is_asked() {
    var token = begin();

    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMinutes(20));
      assertThat(sessions.resume(token).await()).isPresent();
    }
    clock.advance(Duration.ofMinutes(20));

    assertThat(sessions.resume(token).await()).isEmpty();
  }

  @Test
  void a_sign_of_life_is_stored_once_a_minute() {
    var token = begin();
    var begun = clock.instant();

    clock.advance(Duration.ofSeconds(59));
    sessions.resume(token).await();
    assertThat(stored.find(token.sessionId()).await().orElseThrow().seenAt()).isEqualTo(begun);

    clock.advance(Duration.ofSeconds(1));
    sessions.resume(token).await();
    assertThat(stored.find(token.sessionId()).await().orElseThrow().seenAt())
        .isEqualTo(clock.instant());
  }

  @Test
  void ends_when_the_account_is_disabled_and_is_not_brought_back_with_it() {
    var token = begin();

    moderators.replace(Moderators.anna().withDisabled(true)).await();
    assertThat(sessions.resume(token).await()).isEmpty();

    var disabled = moderators.find("anna").await().orElseThrow();
    moderators.replace(disabled.withDisabled(false)).await();
    assertThat(sessions.resume(token).await()).isEmpty();
  }

  @Test
  void ends_with_the_password_that_it_was_begun_with() {
    var token = begin();

    moderators.replace(Moderators.anna().withPassword(new PasswordHash("new"))).await();

    assertThat(sessions.resume(token).await()).isEmpty();
  }

  @Test
  void is_over_before_it_begins_where_the_password_changed_during_the_proof() {
    var proven = Moderators.anna();
    moderators.replace(Moderators.anna().withPassword(new PasswordHash("new"))).await();

    var token = sessions.begin(proven, "").await();

    assertThat(sessions.resume(token).await()).isEmpty();
  }

  @Test
  void what_is_changed_of_the_account_is_seen_at_once() {
    var token = begin();

    moderators.replace(Moderators.anna().withName("Anna Other")).await();

    assertThat(sessions.resume(token).await().map(it -> it.moderator().name()))
        .isEqualTo(Optional.of("Anna Other"));
  }

  @Test
  void one_is_ended_and_the_others_go_on() {
    var here = begin();
    var there = begin();

    sessions.end(Moderators.anna(), there.sessionId()).await();

    assertThat(sessions.resume(there).await()).isEmpty();
    assertThat(sessions.live(Moderators.anna()).await())
        .extracting(Session::id)
        .containsExactly(here.sessionId());
  }

  @Test
  void those_that_are_over_are_not_listed_and_purged() {
    begin();
    clock.advance(IDLE);
    var live = begin();

    assertThat(sessions.live(Moderators.anna()).await())
        .extracting(Session::id)
        .containsExactly(live.sessionId());
    assertThat(sessions.purge().await()).isEqualTo(1);
  }

  private SessionToken begin() {
    return sessions.begin(Moderators.anna(), "Some browser").await();
  }
}
