package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.feedback.SuggestedLabels;
import io.moderato.learning.TrainingExample.Taught;
import io.moderato.moderation.HumanDecision;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingExampleTest {
  private static final String ANNA = "moderator:anna";
  private static final String BEN = "moderator:ben";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final HumanDecision approved = decision(Verdict.APPROVE, Map.of(), ANNA, 1);
  private final HumanDecision rejected = decision(Verdict.REJECT, Map.of(), BEN, 2);

  @Test
  void the_last_verdict_stands() {
    assertThat(example(approved, rejected).taught(Set.of())).contains(taught(true, BEN, 2));
  }

  @Test
  void where_one_is_not_heard_the_word_before_stands() {
    assertThat(example(approved, rejected).taught(Set.of(BEN))).contains(taught(false, ANNA, 1));
    assertThat(example(rejected).taught(Set.of(BEN))).isEmpty();
  }

  @Test
  void what_was_passed_on_teaches_nothing_until_somebody_decides() {
    var passedOn = decision(Verdict.HOLD, Map.of(), ANNA, 3);

    assertThat(example(approved, passedOn).taught(Set.of())).isEmpty();
    assertThat(example(passedOn, rejected).taught(Set.of())).contains(taught(true, BEN, 2));
  }

  @Test
  void a_label_without_a_verdict_speaks_against_the_text() {
    var spam = decision(null, Map.of(Label.SPAM, true), ANNA, 1);

    assertThat(example(spam).taught(Set.of())).contains(taught(true, ANNA, 1));
    assertThat(example(approved, decision(null, Map.of(Label.SPAM, true), BEN, 2))
            .taught(Set.of()))
        .contains(taught(false, ANNA, 1));
  }

  @Test
  void denying_a_label_of_a_text_that_was_never_judged_teaches_nothing() {
    assertThat(example(decision(null, Map.of(Label.SPAM, false), ANNA, 1)).taught(Set.of()))
        .isEmpty();
  }

  @Test
  void a_suggestion_says_it_by_its_labels_or_by_what_means_the_same() {
    assertThat(suggested(Map.of(Label.TOXIC, 0.9), Map.of())).contains(true);
    assertThat(suggested(Map.of(Label.TOXIC, 0.1), Map.of())).contains(false);
    assertThat(suggested(Map.of(Label.TOXIC, 0.1), Map.of("LIKELY_TO_REJECT", 1.0)))
        .contains(true);
    assertThat(suggested(Map.of(), Map.of("UNSUBSTANTIAL", 1.0))).isEmpty();
  }

  private static Optional<Boolean> suggested(
      Map<Label, Double> labels, Map<String, Double> others) {
    return TrainingExample.of(new SuggestedLabels(
            new SiteId("blog"), "s", "text", labels, others, "key:1", NOW, null))
        .flatMap(example -> example.taught(Set.of()))
        .map(Taught::rejected);
  }

  private static TrainingExample example(HumanDecision... decisions) {
    return new TrainingExample("comment/c", "text", TextFormat.TEXT, List.of(decisions), null);
  }

  private static HumanDecision decision(
      @Nullable Verdict verdict, Map<Label, Boolean> labels, String by, int second) {
    return new HumanDecision(verdict, labels, by, NOW.plusSeconds(second), null);
  }

  private static Taught taught(boolean rejected, String by, int second) {
    return new Taught(rejected, by, NOW.plusSeconds(second));
  }
}
