package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moderato.classify.Aspect;
import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.signals.Corrections;
import io.moderato.signals.Edit;
import io.moderato.signals.SomeSignals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void a_preset_bears_the_name_that_it_is_asked_for_by_and_has_nothing_odd(String name) {
    var preset = Presets.named(name).orElseThrow();

    assertThat(preset.name()).isEqualTo(name);
    assertThat(preset.source().description()).isNotBlank();
    assertThat(preset.warnings()).isEmpty();
    assertThat(Presets.withId(name + "@1")).containsSame(preset);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void what_nothing_is_known_of_passes(String name) {
    var nothing = SomeSignals.of(Map.of());

    assertThat(Presets.named(name).orElseThrow().decide(nothing).verdict())
        .isEqualTo(Verdict.APPROVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void an_edit_of_what_a_person_rejected_waits(String name) {
    var edit = SomeSignals.of(new Edit(true, false, true, 0, 0.1));

    assertThat(Presets.named(name).orElseThrow().decide(edit).verdict()).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void what_a_person_approved_before_passes_the_scores_and_nothing_else(String name) {
    var preset = Presets.named(name).orElseThrow();
    var scores = Map.of(Label.SPAM, 0.999, Label.TOXIC, 0.999);

    assertThat(verdict(preset, scores, 0, Corrections.NONE)).isEqualTo(Verdict.REJECT);
    assertThat(rules(preset, scores, 0, text(true))).contains("same-text-approved");
    assertThat(rules(preset, scores, 0, text(true))).doesNotContain("surely-spam", "looks-toxic");
    assertThat(verdict(preset, Map.of(), 12, text(true))).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void what_a_person_rejected_before_is_rejected_unless_it_is_a_few_words(String name) {
    var preset = Presets.named(name).orElseThrow();
    var few = SomeSignals.ofWords(5, 0, text(false));

    assertThat(verdict(preset, Map.of(), 0, text(false))).isEqualTo(Verdict.REJECT);
    assertThat(preset.decide(few).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(preset.decide(SomeSignals.ofWords(5, 1, text(false))).verdict())
        .isEqualTo(Verdict.REJECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "research-discussion"})
  void a_corrected_author_passes_lightly(String name) {
    var preset = Presets.named(name).orElseThrow();
    var corrected = author(true);

    assertThat(verdict(preset, Map.of(Label.SPAM, 0.87), 0, Corrections.NONE))
        .isEqualTo(Verdict.HOLD);
    assertThat(verdict(preset, Map.of(Label.SPAM, 0.87), 0, corrected)).isEqualTo(Verdict.APPROVE);
    assertThat(verdict(preset, Map.of(Label.SPAM, 0.96), 0, corrected))
        .isNotEqualTo(Verdict.APPROVE);
    assertThat(verdict(preset, Map.of(Label.SPAM, 0.995), 0, corrected)).isEqualTo(Verdict.REJECT);
    assertThat(verdict(preset, Map.of(Label.HATE, 0.6), 0, corrected)).isEqualTo(Verdict.HOLD);
    assertThat(verdict(preset, Map.of(), 12, corrected)).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void the_next_of_an_author_of_whom_nothing_but_rejected_comments_is_known_waits(String name) {
    var preset = Presets.named(name).orElseThrow();
    var known = SomeSignals.of(Map.of(), 0, author(false));

    assertThat(preset.decide(known).verdict()).isEqualTo(Verdict.HOLD);
  }

  private static Corrections text(boolean approved) {
    return new Corrections(new Corrections.Word(approved, LocalDate.of(2026, 11, 3)), null);
  }

  private static Corrections author(boolean approved) {
    return new Corrections(null, new Corrections.Word(approved, LocalDate.of(2026, 11, 3)));
  }

  private static Verdict verdict(
      Policy preset, Map<Label, Double> scores, int links, Corrections corrections) {
    return preset.decide(SomeSignals.of(scores, links, corrections)).verdict();
  }

  private static List<String> rules(
      Policy preset, Map<Label, Double> scores, int links, Corrections corrections) {
    return preset.decide(SomeSignals.of(scores, links, corrections)).reasons().stream()
        .map(Reason::rule)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "blog", "news", "children", "research-discussion"})
  void self_harm_waits_for_a_person_and_is_never_rejected_for_it(String name) {
    var preset = Presets.named(name).orElseThrow();

    for (var aspect : Aspect.values()) {
      var other = Aspect.values()[1 - aspect.ordinal()];
      var scores = new Scores(Map.of(Label.SELF_HARM, 1.0), Map.of(aspect, 1.0, other, 0.01));

      assertThat(preset.decide(SomeSignals.of(scores)).verdict()).isEqualTo(Verdict.HOLD);
    }
  }

  @Test
  void a_call_for_help_and_a_call_to_self_harm_are_told_apart() {
    var scores = Map.of(Label.SELF_HARM, 0.9);
    var help = SomeSignals.of(
        new Scores(scores, Map.of(Aspect.SELF_HARM_INTENT, 0.9, Aspect.SELF_HARM_URGED, 0.01)));
    var urged = SomeSignals.of(
        new Scores(scores, Map.of(Aspect.SELF_HARM_INTENT, 0.01, Aspect.SELF_HARM_URGED, 0.9)));

    assertThat(Presets.defaultPolicy().decide(help).reasons())
        .extracting(Reason::rule, Reason::label)
        .containsExactly(tuple("call-for-help", Label.SELF_HARM));
    assertThat(Presets.defaultPolicy().decide(urged).reasons())
        .extracting(Reason::rule, Reason::label)
        .containsExactly(tuple("urges-self-harm", Label.SELF_HARM));
  }

  @Test
  void what_is_no_preset_is_not_found() {
    assertThat(Presets.named("forum")).isEmpty();
    assertThat(Presets.withId("blog@2")).isEmpty();
    assertThat(Presets.withId("blog")).isEmpty();
  }
}
