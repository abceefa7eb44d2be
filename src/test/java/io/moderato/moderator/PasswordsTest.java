package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {
  private static final NewPassword WORDS = new NewPassword("four w\u00f6rds in a row");

  private final Vertx vertx = Vertx.vertx();
  private final Passwords passwords = new Passwords(vertx);

  @AfterEach
  void stop() {
    passwords.close();
    vertx.close().await();
  }

  @Test
  void is_kept_as_argon2id_with_parameters_of_OWASP_and_a_salt_of_its_own() {
    var first = passwords.hash(WORDS).await();
    var second = passwords.hash(WORDS).await();

    assertThat(first.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(second).isNotEqualTo(first);
    assertThat(first.toString()).isEqualTo("PasswordHash[hidden]");
  }

  @Test
  void the_same_password_matches_however_its_signs_are_composed() {
    var hash = passwords.hash(WORDS).await();

    assertThat(passwords.matches(hash, "four w\u00f6rds in a row").await()).isTrue();
    assertThat(passwords.matches(hash, "four wo\u0308rds in a row").await()).isTrue();
    assertThat(passwords.matches(hash, "four words in a row").await()).isFalse();
    assertThat(passwords.matches(hash, "").await()).isFalse();
  }

  @Test
  void nobody_has_no_password() {
    assertThat(passwords.matches(null, "").await()).isFalse();
    assertThat(passwords.matches(null, WORDS.text()).await()).isFalse();
  }

  @Test
  void more_than_it_can_do_is_refused_at_once() {
    var asked =
        IntStream.range(0, 200).mapToObj(i -> passwords.matches(null, "guess")).toList();

    assertThatThrownBy(() -> Future.all(asked).await())
        .isInstanceOf(RejectedExecutionException.class);
  }
}
