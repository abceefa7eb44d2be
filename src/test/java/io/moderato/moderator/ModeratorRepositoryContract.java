package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ModeratorRepositoryContract {
  abstract ModeratorRepository moderators();

  @Test
  void an_account_is_given_back_as_it_was_added() {
    moderators().addIfNew(Moderators.full()).await();
    moderators().addIfNew(Moderators.anna()).await();

    assertThat(moderators().find(Moderators.full().login()).await()).contains(Moderators.full());
    assertThat(moderators().find("anna").await()).contains(Moderators.anna());
    assertThat(moderators().find("nobody").await()).isEmpty();
  }

  @Test
  void a_login_belongs_to_one_account() {
    moderators().addIfNew(Moderators.anna()).await();

    var again =
        moderators().addIfNew(Moderators.anna().withName("Another Anna")).await();

    assertThat(again).isFalse();
    assertThat(moderators().find("anna").await()).contains(Moderators.anna());
  }

  @Test
  void of_two_who_change_the_same_version_one_wins() {
    moderators().addIfNew(Moderators.anna()).await();

    var first = moderators().replace(Moderators.anna().withName("First")).await();
    var second = moderators().replace(Moderators.anna().withName("Second")).await();

    assertThat(List.of(first, second)).containsExactly(true, false);
    assertThat(moderators().find("anna").await())
        .contains(Moderators.withVersion(Moderators.anna().withName("First"), 2));
  }

  @Test
  void an_absent_account_is_not_replaced() {
    assertThat(moderators().replace(Moderators.anna()).await()).isFalse();
    assertThat(moderators().find("anna").await()).isEmpty();
  }

  @Test
  void they_are_listed_by_login_page_by_page() {
    moderators().addIfNew(Moderators.full()).await();
    moderators().addIfNew(Moderators.admin()).await();
    moderators().addIfNew(Moderators.anna()).await();

    assertThat(moderators().all(null, 2).await())
        .containsExactly(Moderators.anna(), Moderators.admin());
    assertThat(moderators().all("ben", 2).await()).containsExactly(Moderators.full());
  }
}
