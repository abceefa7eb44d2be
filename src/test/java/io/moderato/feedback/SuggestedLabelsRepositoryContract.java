package io.moderato.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class SuggestedLabelsRepositoryContract {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123Z");
  private static final SiteId BLOG = new SiteId("blog");

  abstract SuggestedLabelsRepository suggestions();

  @Test
  void what_was_suggested_is_listed_as_it_was_told() {
    var full = suggested(
        BLOG, "a1", Map.of(Label.TOXIC, 1.0, Label.SPAM, 0.25), Map.of("LIKELY_TO_REJECT", 1.0));
    var bare = suggested(BLOG, "b2", Map.of(), Map.of());

    suggestions().merge(bare).await();
    suggestions().merge(full).await();

    assertThat(suggestions().list(BLOG, "", 10).await()).containsExactly(full, bare);
  }

  @Test
  void the_same_again_changes_nothing() {
    var suggested = suggested(BLOG, "a1", Map.of(Label.TOXIC, 1.0), Map.of());

    suggestions().merge(suggested).await();
    suggestions().merge(suggested).await();

    assertThat(suggestions().list(BLOG, "", 10).await()).containsExactly(suggested);
  }

  @Test
  void a_later_word_stands_for_the_labels_that_it_names() {
    suggestions()
        .merge(suggested(
            BLOG, "a1", Map.of(Label.TOXIC, 0.0, Label.SPAM, 1.0), Map.of("OFF_TOPIC", 1.0)))
        .await();
    suggestions()
        .merge(suggested(BLOG, "a1", Map.of(Label.TOXIC, 1.0), Map.of()))
        .await();

    assertThat(suggestions().list(BLOG, "", 10).await())
        .containsExactly(suggested(
            BLOG, "a1", Map.of(Label.TOXIC, 1.0, Label.SPAM, 1.0), Map.of("OFF_TOPIC", 1.0)));
  }

  @Test
  void pages_go_on_behind_the_last_id() {
    for (var id : List.of("c", "a", "b")) {
      suggestions().merge(suggested(BLOG, id, Map.of(), Map.of())).await();
    }

    assertThat(suggestions().list(BLOG, "", 2).await())
        .extracting(SuggestedLabels::id)
        .containsExactly("a", "b");
    assertThat(suggestions().list(BLOG, "b", 2).await())
        .extracting(SuggestedLabels::id)
        .containsExactly("c");
  }

  @Test
  void sites_never_see_each_other_s() {
    suggestions()
        .merge(suggested(new SiteId("blog-2"), "a", Map.of(), Map.of()))
        .await();
    suggestions().merge(suggested(new SiteId("blo"), "g", Map.of(), Map.of())).await();

    assertThat(suggestions().list(BLOG, "", 10).await()).isEmpty();
  }

  @Test
  void what_expired_is_erased_and_nothing_else() {
    for (var id : List.of("a", "b", "c")) {
      suggestions().merge(expiring(id, NOW.plusMillis(1))).await();
    }
    suggestions().merge(expiring("d", NOW.plusMillis(2))).await();
    suggestions().merge(expiring("e", null)).await();

    assertThat(suggestions().purgeExpired(NOW, 10).await()).isZero();
    assertThat(suggestions().purgeExpired(NOW.plusMillis(1), 2).await()).isEqualTo(2);
    assertThat(suggestions().purgeExpired(NOW.plusMillis(1), 2).await()).isEqualTo(1);
    assertThat(suggestions().list(BLOG, "", 10).await())
        .containsExactly(expiring("d", NOW.plusMillis(2)), expiring("e", null));
  }

  @Test
  void those_that_are_named_are_removed_from_their_site_alone() {
    var blog2 = new SiteId("blog-2");
    for (var id : List.of("a", "b", "c")) {
      suggestions().merge(suggested(BLOG, id, Map.of(), Map.of())).await();
    }
    suggestions().merge(suggested(blog2, "a", Map.of(), Map.of())).await();

    assertThat(suggestions().remove(BLOG, List.of("a", "c", "never there")).await())
        .isEqualTo(2);
    assertThat(suggestions().list(BLOG, "", 10).await())
        .extracting(SuggestedLabels::id)
        .containsExactly("b");
    assertThat(suggestions().list(blog2, "", 10).await()).hasSize(1);
  }

  private static SuggestedLabels expiring(String id, @Nullable Instant expiresAt) {
    return new SuggestedLabels(BLOG, id, "Thanks", Map.of(), Map.of(), "key:k1", NOW, expiresAt);
  }

  private static SuggestedLabels suggested(
      SiteId site, String id, Map<Label, Double> labels, Map<String, Double> others) {
    return new SuggestedLabels(
        site,
        id,
        "Thanks \ud83d\ude00 \u0000.",
        labels,
        others,
        "key:k1",
        NOW,
        NOW.plusSeconds(60));
  }
}
