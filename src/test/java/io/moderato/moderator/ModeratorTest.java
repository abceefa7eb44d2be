package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moderato.site.SiteId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModeratorTest {
  private static final SiteId BLOG = new SiteId("blog");
  private static final SiteId NEWS = new SiteId("news");

  @Test
  void a_moderator_reviews_the_sites_that_the_account_names_and_an_admin_all() {
    assertThat(Moderators.anna().mayReview(BLOG)).isTrue();
    assertThat(Moderators.anna().mayReview(NEWS)).isFalse();
    assertThat(Moderators.admin().mayReview(NEWS)).isTrue();
  }

  @Test
  void what_ends_every_session_begins_another_generation() {
    var anna = Moderators.anna();

    assertThat(anna.withDisabled(true).generation()).isEqualTo(2);
    assertThat(anna.withPassword(new PasswordHash("x")).generation()).isEqualTo(2);
    assertThat(anna.signedOutEverywhere().generation()).isEqualTo(2);
    assertThat(anna.withDisabled(false).generation()).isEqualTo(1);
    assertThat(anna.withName("Anna").with(Role.ADMIN, Set.of()).generation()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Anna", "a b", "a/b", "-a", "a\n", "\u0430nna", "anna\u202e", "a:b", "<script>"
      })
  void a_login_can_not_be_mistaken(String login) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moderator.create(login, "A", Role.ADMIN, Set.of(), Moderators.NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\u0085b"})
  void a_name_can_be_seen_on_one_line(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moderator.create("a", name, Role.ADMIN, Set.of(), Moderators.NOW));
  }

  @Test
  void preferences_hold_what_the_pages_know() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preferences("fr", "auto", false, false, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preferences("", "pink", false, false, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preferences("", "auto", false, false, Map.of("a".repeat(21), "b")));
  }
}
