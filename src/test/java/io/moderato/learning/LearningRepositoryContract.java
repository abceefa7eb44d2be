package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import io.moderato.learning.LearningRepository.Serving;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class LearningRepositoryContract {
  static final AdjustableClock CLOCK = new AdjustableClock("2026-11-22T10:00:00Z");

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final SiteId blog = new SiteId("blog");
  private final SiteId news = new SiteId("news");
  private final TasteModel model = new TasteModel(
      1,
      CLOCK.instant(),
      60,
      70,
      CLOCK.instant().minusMillis(3),
      "abc",
      new BaseCheck(9, 2, 1, 5, 1, 0));
  private final Learning first = Learning.NONE
      .with(Models.NONE
          .challengedBy(model)
          .crowned()
          .challengedBy(
              new TasteModel(2, CLOCK.instant(), 61, 70, CLOCK.instant(), "abd", BaseCheck.NONE)))
      .and(new Prediction(
          "c", CLOCK.instant(), "key:1", true, false, null, 0.7, "en", List.of("TOXIC"), 5))
      .and(new Prediction(
          "d", CLOCK.instant(), "moderator:anna", false, true, 0.2, null, "und", List.of(), -5))
      .hearing("key:1", false)
      .revised();
  private final Learning next = first.rolledBack().revised();

  abstract LearningRepository learning();

  @Test
  void what_a_site_has_learnt_is_found_as_it_was_stored() {
    assertThat(learning().replace(blog, first).await()).isTrue();

    assertThat(learning().find(blog).await()).contains(first);
    assertThat(learning().find(news).await()).isEmpty();
  }

  @Test
  void of_two_who_change_the_same_revision_one_wins() {
    learning().replace(blog, first).await();
    assertThat(learning().replace(blog, next).await()).isTrue();
    assertThat(learning().replace(blog, first.revised()).await()).isFalse();
    assertThat(learning().replace(blog, first).await()).isFalse();
    assertThat(learning().find(blog).await()).contains(next);
  }

  @Test
  void a_lease_is_one_process_s_until_it_ends_or_is_given_back() {
    assertThat(learning().lease(blog, "one", LEASE).await()).isTrue();
    assertThat(learning().lease(blog, "two", LEASE).await()).isFalse();
    assertThat(learning().lease(news, "two", LEASE).await()).isTrue();
    assertThat(learning().lease(blog, "one", LEASE).await()).isTrue();

    learning().release(blog, "two").await();
    assertThat(learning().lease(blog, "two", LEASE).await()).isFalse();
    learning().release(blog, "one").await();
    assertThat(learning().lease(blog, "two", LEASE).await()).isTrue();

    CLOCK.advance(LEASE);
    assertThat(learning().lease(blog, "one", LEASE).await()).isTrue();
  }

  @Test
  void lease_and_learning_do_not_overwrite_each_other() {
    learning().lease(blog, "one", LEASE).await();

    assertThat(learning().find(blog).await()).isEmpty();
    assertThat(learning().replace(blog, first).await()).isTrue();
    assertThat(learning().lease(blog, "two", LEASE).await()).isFalse();
    learning().release(blog, "one").await();
    assertThat(learning().find(blog).await()).contains(first);
  }

  @Test
  void nothing_learnt_is_stored_like_anything_else() {
    learning().replace(blog, Learning.NONE.revised()).await();

    assertThat(learning().find(blog).await().orElseThrow()).isEqualTo(Learning.NONE.revised());
  }

  @Test
  void what_is_to_serve_is_told_without_the_rest() {
    assertThat(learning().serving(blog).await()).isEmpty();
    learning().replace(blog, first).await();

    assertThat(learning().serving(blog).await()).contains(new Serving(1, false));

    learning().replace(blog, next).await();
    assertThat(learning().serving(blog).await()).isEmpty();
  }
}
