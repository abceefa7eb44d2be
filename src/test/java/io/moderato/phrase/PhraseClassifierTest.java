package io.moderato.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.classify.Aspect;
import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.Evidence;
import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageHint;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.classify.WordHashes;
import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseClassifierTest {
  private final Classifier classifier = new PhraseClassifier(new Model(Map.of(Label.SPAM, 0.2)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will find you and I will kill you.",
        "Someone should shoot them all!",
        "hope you die",
        "i w1ll k1ll y0u",
        "I will k.i.l.l you",
        "Ι wіll kіll уоu", // Greek and Cyrillic look-alikes
        "You deserve to be shot"
      })
  void a_threat_is_found(String text) {
    assertThat(score(text, Label.THREAT)).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will never hurt you.",
        "He said he would kill her, and the court sentenced him.",
        "\"I will kill you\", the villain says in the third episode.",
        "I'm going to kill you in chess next time.",
        "My wife will kill me if I forget the milk.",
        "Wasps moved into the attic. Kill them all.",
        "I will find you a better link.",
        "I'll shoot you an email.",
        "The bomb killed forty people, the report says."
      })
  void a_report_a_figure_of_speech_or_a_game_is_no_threat(String text) {
    assertThat(score(text, Label.THREAT)).isLessThan(0.35);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't want to live any more.",
        "everyone would be better off without me",
        "I keep thinking about killing myself",
        "How many pills would it take to die?"
      })
  void a_call_for_help_is_found_and_told_from_encouragement(String text) {
    assertThat(score(text, Label.SELF_HARM)).isGreaterThan(0.5);
    assertThat(score(text, Aspect.SELF_HARM_INTENT))
        .isGreaterThan(score(text, Aspect.SELF_HARM_URGED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go kill yourself.",
        "you should end it",
        "k y s",
        "do everyone a favour and hang yourself",
        "Why don't you just kill yourself?",
        "Nobody would miss you"
      })
  void encouragement_is_found_and_told_from_a_call_for_help(String text) {
    assertThat(score(text, Label.SELF_HARM)).isGreaterThan(0.5);
    assertThat(score(text, Aspect.SELF_HARM_URGED))
        .isGreaterThan(score(text, Aspect.SELF_HARM_INTENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This deadline is killing me.",
        "I'd kill for a coffee.",
        "I want to die of embarrassment.",
        "Please don't kill yourself, people care about you.",
        "Suicide prevention saves lives; call the helpline.",
        "He was told to kill himself by bullies, said his mother.",
        "I don't want to live in a city.",
        "She killed it on stage."
      })
  void prevention_news_and_figures_of_speech_are_no_self_harm(String text) {
    assertThat(score(text, Label.SELF_HARM)).isLessThan(0.35);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"send nudes", "wanna see your tits", "horny girls near you", "s3nd nud3s"})
  void a_sexual_advance_is_found(String text) {
    assertThat(score(text, Label.SEXUAL)).isGreaterThan(0.5);
  }

  @Test
  void with_minors_it_scores_highest() {
    assertThat(score("trading preteen nudes", Label.SEXUAL))
        .isGreaterThan(0.94)
        .isGreaterThan(score("trading nudes", Label.SEXUAL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The clinic offers free STI tests and condoms.",
        "Sex education belongs in schools.",
        "He was convicted of possessing child pornography.",
        "My neighbour is gay and runs the bakery.",
        "The cock crowed at dawn.",
        "Breast cancer screening saves lives."
      })
  void medicine_education_news_and_identity_are_not_sexual(String text) {
    assertThat(score(text, Label.SEXUAL)).isLessThan(0.35);
  }

  @Test
  void evidence_stands_where_the_phrase_stands_in_the_text_as_sent_and_adds_up_to_the_score() {
    var text = "<p>Hear me:</p> <b>I w1ll</b> f1nd y0u. I will kill you, too.";

    var found = classifier.classify(text, TextFormat.HTML);
    var evidence = found.evidence();

    assertThat(evidence)
        .hasSize(2)
        .allSatisfy(
            span -> assertThat(span.text()).isEqualTo(text.substring(span.begin(), span.end())));
    assertThat(evidence)
        .extracting(Evidence::text)
        .containsExactly("I w1ll</b> f1nd y0u", "I will kill you");
    assertThat(evidence.stream().mapToDouble(Evidence::weight).sum())
        .isCloseTo(
            logOdds(found.scores().of(Label.THREAT).orElseThrow()) - logOdds(PhraseScores.LEAK),
            within(1e-9));
  }

  @Test
  void what_the_model_tells_stays_and_of_two_scores_the_higher_counts() {
    var sure = new PhraseClassifier(new Model(Map.of(Label.SPAM, 0.2, Label.THREAT, 0.97)));
    var unsure = new PhraseClassifier(new Model(Map.of(Label.SPAM, 0.2, Label.THREAT, 0.02)));

    assertThat(sure.classify("I will kill you", TextFormat.TEXT).scores().byLabel())
        .containsEntry(Label.THREAT, 0.97)
        .containsEntry(Label.SPAM, 0.2);
    assertThat(unsure
            .classify("I will kill you", TextFormat.TEXT)
            .scores()
            .of(Label.THREAT)
            .orElseThrow())
        .isGreaterThan(0.5);
    assertThat(unsure.labels())
        .containsExactlyInAnyOrder(Label.SPAM, Label.THREAT, Label.SEXUAL, Label.SELF_HARM);
  }

  @Test
  void a_calm_text_scores_what_phrases_miss() {
    var scores = classifier.classify("Thanks for the recipe!", TextFormat.TEXT).scores();

    assertThat(scores.of(Label.THREAT)).hasValue(PhraseScores.LEAK);
    assertThat(scores.byAspect().values()).containsOnly(PhraseScores.LEAK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uD800",
        "\u0000",
        "\"",
        "I will kill you \uDC00",
        "\u202Ekill yourself",
        "' ' ' \u201C I will \u0301 kill you"
      })
  void broken_texts_get_a_score(String text) {
    assertThat(score(text, Label.THREAT)).isBetween(0.0, 1.0);
  }

  private double score(String text, Label label) {
    return classifier.classify(text, TextFormat.TEXT).scores().of(label).orElseThrow();
  }

  private double score(String text, Aspect aspect) {
    return classifier.classify(text, TextFormat.TEXT).scores().of(aspect).orElseThrow();
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /** A model that scores every text alike. */
  private record Model(Map<Label, Double> scores) implements Classifier {
    @Override
    public Classification classify(String text, TextFormat format, LanguageHint hint) {
      return new Classification(
          new Scores(scores),
          "en",
          true,
          "fake@1",
          List.of(),
          List.of(),
          new TextShape(2, 9, 0, 0, false, 0, 0),
          WordHashes.of(text, format),
          FoldedWords.of(text, format));
    }

    @Override
    public Set<Label> labels() {
      return scores.keySet();
    }
  }
}
