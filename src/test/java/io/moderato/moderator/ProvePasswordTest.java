package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moderato.AdjustableClock;
import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.audit.FakeAuditLog;
import io.moderato.moderator.Proof.Locked;
import io.moderato.moderator.Proof.Proven;
import io.moderato.moderator.Proof.Wrong;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvePasswordTest {
  private static final String PASSWORD = "four words in a row";
  private static final String ADDRESS = "192.0.2.1";

  private static Vertx vertx;
  private static Passwords passwords;
  private static Moderator anna;

  private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
  private final FakeAuditLog audit = new FakeAuditLog();
  private final FakeModeratorRepository moderators = new FakeModeratorRepository();
  private ProvePassword prove;

  @BeforeAll
  static void hash() {
    vertx = Vertx.vertx();
    passwords = new Passwords(vertx);
    anna =
        Moderators.anna().withPassword(passwords.hash(new NewPassword(PASSWORD)).await());
  }

  @AfterAll
  static void stop() {
    passwords.close();
    vertx.close().await();
  }

  @BeforeEach
  void add_an_account() {
    moderators.addIfNew(anna).await();
    prove = new ProvePassword(
        moderators, new FakeFailureRepository(), passwords, audit, new AuditIds(clock), clock);
  }

  @Test
  void the_right_password_proves_it() {
    assertThat(prove("anna", PASSWORD)).isEqualTo(new Proven(anna));
    assertThat(audit.entries()).isEmpty();
  }

  @Test
  void a_wrong_password_an_unknown_login_and_a_disabled_account_are_told_alike() {
    moderators.addIfNew(Moderators.admin()).await();
    moderators.replace(anna.withDisabled(true)).await();

    assertThat(prove("anna", PASSWORD)).isEqualTo(new Wrong());
    assertThat(prove("anna", "guess")).isEqualTo(new Wrong());
    assertThat(prove("ben", "")).isEqualTo(new Wrong());
    assertThat(prove("nobody", "guess")).isEqualTo(new Wrong());
    assertThat(prove("NOT a login \u0000", "guess")).isEqualTo(new Wrong());
  }

  @Test
  void what_failed_is_written_down_without_what_was_typed() {
    prove("anna", "guess");
    prove("my secret password", "guess");

    assertThat(audit.entries())
        .extracting(AuditEntry::act, AuditEntry::who)
        .containsExactly(
            tuple(Act.SIGN_IN_FAILED, "moderator:anna"), tuple(Act.SIGN_IN_FAILED, "nobody"));
    assertThat(audit.entries().toString()).doesNotContain("secret").doesNotContain("guess");
  }

  @Test
  void five_failures_lock_a_login_even_for_the_right_password_and_the_pause_grows() {
    fail("anna", 5);

    assertThat(prove("anna", PASSWORD)).isEqualTo(new Locked(Duration.ofSeconds(30)));
    clock.advance(Duration.ofSeconds(30));
    assertThat(prove("anna", "guess")).isEqualTo(new Wrong());
    assertThat(prove("anna", PASSWORD)).isEqualTo(new Locked(Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(1));
    assertThat(prove("anna", PASSWORD)).isEqualTo(new Proven(anna));
    assertThat(prove("anna", "guess")).isEqualTo(new Wrong());
  }

  @Test
  void a_login_that_is_nobody_s_is_locked_like_any_other() {
    fail("nobody", 5);

    assertThat(prove("nobody", "guess")).isEqualTo(new Locked(Duration.ofSeconds(30)));
  }

  @Test
  void waiting_out_a_pause_is_not_made_longer_by_trying() {
    fail("anna", 5);
    fail("anna", 5);
    clock.advance(Duration.ofSeconds(30));

    assertThat(prove("anna", PASSWORD)).isEqualTo(new Proven(anna));
  }

  @Test
  void many_attempts_at_once_are_no_way_around() {
    var proofs = Future.all(IntStream.range(0, 40)
            .mapToObj(i -> prove.prove("anna", "guess " + i, "192.0.2." + i))
            .toList())
        .await()
        .<Proof>list();

    assertThat(proofs).filteredOn(Wrong.class::isInstance).hasSize(5);
  }

  @Test
  void an_address_from_which_many_logins_are_tried_is_locked() {
    for (int i = 0; i < 30; i++) {
      assertThat(prove("login-" + i, "guess")).isEqualTo(new Wrong());
    }

    assertThat(prove("anna", PASSWORD)).isEqualTo(new Locked(Duration.ofSeconds(30)));
    assertThat(prove.prove("anna", PASSWORD, "192.0.2.2").await()).isEqualTo(new Proven(anna));
  }

  @Test
  void an_office_that_signs_in_from_one_address_is_not_locked() {
    for (int i = 0; i < 40; i++) {
      assertThat(prove("anna", PASSWORD)).isEqualTo(new Proven(anna));
    }
  }

  @Test
  void all_is_forgotten_after_a_day() {
    fail("anna", 5);
    clock.advance(Duration.ofDays(1));

    fail("anna", 4);
    assertThat(prove("anna", PASSWORD)).isEqualTo(new Proven(anna));
  }

  private Proof prove(String login, String password) {
    return prove.prove(login, password, ADDRESS).await();
  }

  private void fail(String login, int times) {
    for (int i = 0; i < times; i++) {
      prove(login, "guess");
    }
  }
}
