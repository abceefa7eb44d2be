package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderation.AuthorStandings.OfAuthor;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class AuthorStandingsContract {
  private static final SiteId BLOG = new SiteId("blog");
  private static final SiteId NEWS = new SiteId("news");

  abstract AuthorStandings standings();

  @Test
  void nobody_is_trusted_or_blocked_at_first() {
    assertThat(standings().of(BLOG, "id:ann").await()).isEqualTo(Standing.NONE);
  }

  @Test
  void a_standing_holds_on_its_site_until_it_is_changed_and_the_one_before_is_told() {
    assertThat(standings().set(BLOG, "id:ann", Standing.TRUSTED).await()).isEqualTo(Standing.NONE);
    assertThat(standings().of(BLOG, "id:ann").await()).isEqualTo(Standing.TRUSTED);
    assertThat(standings().of(NEWS, "id:ann").await()).isEqualTo(Standing.NONE);

    assertThat(standings().set(BLOG, "id:ann", Standing.BLOCKED).await())
        .isEqualTo(Standing.TRUSTED);
    assertThat(standings().set(BLOG, "id:ann", Standing.NONE).await()).isEqualTo(Standing.BLOCKED);
    assertThat(standings().of(BLOG, "id:ann").await()).isEqualTo(Standing.NONE);
  }

  @Test
  void what_was_set_here_counts_at_once_for_comments_too() {
    assertThat(standings().lately(BLOG, "id:ann").await()).isEqualTo(Standing.NONE);

    standings().set(BLOG, "id:ann", Standing.BLOCKED).await();
    assertThat(standings().lately(BLOG, "id:ann").await()).isEqualTo(Standing.BLOCKED);
    assertThat(standings().lately(BLOG, "id:ben").await()).isEqualTo(Standing.NONE);
    assertThat(standings().lately(NEWS, "id:ann").await()).isEqualTo(Standing.NONE);

    standings().set(BLOG, "id:ann", Standing.NONE).await();
    assertThat(standings().lately(BLOG, "id:ann").await()).isEqualTo(Standing.NONE);
  }

  @Test
  void a_site_s_standings_are_given_by_their_authors_page_by_page() {
    standings().set(BLOG, "id:c", Standing.BLOCKED).await();
    standings().set(BLOG, "id:a", Standing.TRUSTED).await();
    standings().set(BLOG, "id:b", Standing.TRUSTED).await();
    standings().set(BLOG, "id:gone", Standing.BLOCKED).await();
    standings().set(BLOG, "id:gone", Standing.NONE).await();
    standings().set(NEWS, "id:a", Standing.BLOCKED).await();

    assertThat(standings().all(BLOG, "", 2).await())
        .containsExactly(
            new OfAuthor("id:a", Standing.TRUSTED), new OfAuthor("id:b", Standing.TRUSTED));
    assertThat(standings().all(BLOG, "id:b", 2).await())
        .containsExactly(new OfAuthor("id:c", Standing.BLOCKED));
  }
}
