package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which models score a text. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageModelsTest {
  private static final String GERMAN = "Das ist ja wohl nicht dein Ernst";
  private static final String FINNISH =
      "Kiitos paljon hienosta artikkelista, tämä auttoi minua ymmärtämään asian paremmin";
  private static final String UNTOLD = "Hmpf";

  private final LanguageModels models = new LanguageModels(
      model("base@1", "en", Label.SPAM, Label.TOXIC, Label.INSULT),
      List.of(model("de@1", "de", Label.TOXIC, Label.HATE), model("fr@1", "fr", Label.TOXIC)));
  private final OpenNlpClassifier classifier = new OpenNlpClassifier(models);

  @Test
  void a_language_s_own_model_scores_it_and_the_base_model_adds_spam() {
    var told = classifier.classify(GERMAN, TextFormat.TEXT);

    assertThat(told.scores().byLabel()).containsOnlyKeys(Label.SPAM, Label.TOXIC, Label.HATE);
    assertThat(told.models()).isEqualTo("de@1+base@1");
    assertThat(told.supported()).isTrue();
  }

  @Test
  void its_scores_are_those_of_its_own_model() {
    var told = classifier.classify(GERMAN, TextFormat.TEXT);
    var alone = new OpenNlpClassifier(
            new LanguageModels(model("de@1", "de", Label.TOXIC, Label.HATE), List.of()))
        .classify(GERMAN, TextFormat.TEXT);

    assertThat(told.scores().of(Label.TOXIC)).isEqualTo(alone.scores().of(Label.TOXIC));
  }

  @Test
  void the_base_model_alone_scores_English() {
    var told = classifier.classify("Thank you, my family loved it", TextFormat.TEXT);

    assertThat(told.scores().byLabel()).containsOnlyKeys(Label.SPAM, Label.TOXIC, Label.INSULT);
    assertThat(told.models()).isEqualTo("base@1");
  }

  @Test
  void a_language_without_a_model_is_unsupported_and_gets_no_score_but_spam() {
    var told = classifier.classify(FINNISH, TextFormat.TEXT);

    assertThat(told.language()).isEqualTo("fi");
    assertThat(told.supported()).isFalse();
    assertThat(told.scores().byLabel()).containsOnlyKeys(Label.SPAM);
    assertThat(told.models()).isEqualTo("base@1");
  }

  @Test
  void what_can_t_be_told_is_the_base_model_s() {
    var told = classifier.classify(UNTOLD, TextFormat.TEXT);

    assertThat(told.language()).isEqualTo("und");
    assertThat(told.models()).isEqualTo("base@1");
    assertThat(told.supported()).isTrue();
  }

  @Test
  void what_can_t_be_told_is_taken_for_the_first_expected_language_that_has_a_model() {
    var hint = LanguageHint.expecting(List.of("fi", "fr-CA", "de"));

    assertThat(classifier.classify(UNTOLD, TextFormat.TEXT, hint).models())
        .isEqualTo("fr@1+base@1");
    assertThat(classifier.classify(GERMAN, TextFormat.TEXT, hint).models())
        .isEqualTo("de@1+base@1");
    assertThat(classifier.classify(FINNISH, TextFormat.TEXT, hint).supported()).isFalse();
  }

  @Test
  void a_stated_language_counts_whatever_the_text_looks_like() {
    var stated = LanguageHint.stating(List.of("DE"));

    assertThat(classifier.classify(UNTOLD, TextFormat.TEXT, stated).models())
        .isEqualTo("de@1+base@1");
    assertThat(classifier.classify(FINNISH, TextFormat.TEXT, stated).models())
        .isEqualTo("de@1+base@1");
    assertThat(classifier
            .classify(GERMAN, TextFormat.TEXT, LanguageHint.stating(List.of("fi")))
            .supported())
        .isFalse();
  }

  @Test
  void of_several_stated_languages_the_text_tells_which() {
    var stated = LanguageHint.stating(List.of("en", "de"));

    assertThat(classifier.classify(GERMAN, TextFormat.TEXT, stated).models())
        .isEqualTo("de@1+base@1");
    assertThat(classifier.classify(FINNISH, TextFormat.TEXT, stated).models()).isEqualTo("base@1");
  }

  @Test
  void a_candidate_takes_the_place_of_the_model_of_its_languages() {
    var german = new OpenNlpClassifier(models.with(model("new@2", "de", Label.TOXIC)));
    var english = new OpenNlpClassifier(models.with(model("new@2", "en", Label.SPAM)));

    assertThat(german.classify(GERMAN, TextFormat.TEXT).models()).isEqualTo("new@2+base@1");
    assertThat(german.classify(UNTOLD, TextFormat.TEXT).models()).isEqualTo("base@1");
    assertThat(english.classify(GERMAN, TextFormat.TEXT).models()).isEqualTo("de@1+new@2");
  }

  private static VersionedModel model(String version, String language, Label... labels) {
    return new VersionedModel(version, Models.random(version.length(), labels), Set.of(language));
  }
}
