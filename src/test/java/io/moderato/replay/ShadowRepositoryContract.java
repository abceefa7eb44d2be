package io.moderato.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.SiteId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ShadowRepositoryContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private final Shadow blog = new Shadow(new SiteId("blog"), "blog@4", "candidate", NOW);
  private final Shadow news = new Shadow(new SiteId("news"), "news@1", null, NOW);

  abstract ShadowRepository shadows();

  @Test
  void a_shadow_is_found_as_it_was_put_by_its_own_site() {
    shadows().put(blog).await();
    shadows().put(news).await();

    assertThat(shadows().find(blog.site()).await()).contains(blog);
    assertThat(shadows().find(news.site()).await()).contains(news);
    assertThat(shadows().find(new SiteId("blo")).await()).isEmpty();
  }

  @Test
  void a_site_has_one_shadow_the_one_put_last() {
    var next = new Shadow(blog.site(), "blog@5", null, NOW.plusSeconds(1));
    shadows().put(blog).await();

    shadows().put(next).await();

    assertThat(shadows().find(blog.site()).await()).contains(next);
  }

  @Test
  void a_removed_shadow_is_gone_and_removing_again_changes_nothing() {
    shadows().put(blog).await();
    shadows().put(news).await();

    shadows().remove(blog.site()).await();
    shadows().remove(blog.site()).await();

    assertThat(shadows().find(blog.site()).await()).isEmpty();
    assertThat(shadows().find(news.site()).await()).contains(news);
  }
}
