package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model in {@code models/base}, on comments of our own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedModelTest {
  private final HashedLinearModel model =
      new ModelStore(Path.of("models")).load("base").model();
  private final CommentFeatures features = new CommentFeatures();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SPAM | Check out my channel and subscribe for free followers http://example.com/free",
        "SPAM | Please visit my blog, I make $500 a day working from home",
        "TOXIC | You are a complete idiot and everyone knows it",
        "TOXIC | What a load of shit, fuck you",
        "OBSCENE | What a load of shit, fuck you",
        "INSULT | Shut up, you stupid pathetic loser"
      })
  void scores_what_is_plainly_bad_above_one_half(Label label, String comment) {
    assertThat(probability(label, comment)).isGreaterThan(0.5);
  }

  @Test
  void sees_hate_where_a_group_is_attacked() {
    assertThat(probability(Label.HATE, "All Muslims are filthy animals, send them back"))
        .isGreaterThan(0.35);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you, this was a very helpful article.",
        "The army said the airstrike killed twelve militants near the border.",
        "He was diagnosed with breast cancer and died in hospital last week.",
        "As a gay man I am proud of what this city has become.",
        "My black neighbour and his Jewish wife came over for dinner.",
        "The mosque in our street opens its doors to everyone on Sunday.",
        "Great game last night, the band killed it.",
        "Could you explain how you made the second chart?",
        "I don't agree with the minister: the figures of 2016 say otherwise.",
        "The court heard that the man was shot twice and bled to death."
      })
  void lets_calm_comments_on_war_medicine_and_identity_pass(String comment) {
    features.extract(comment, TextFormat.TEXT);

    assertThat(Arrays.stream(model.probabilities(model.margins(features))).max().orElseThrow())
        .isLessThan(0.35);
  }

  @Test
  void lets_the_comment_on_the_war_report_pass() throws IOException {
    Path sample = PublicData.folder().resolve("../samples/only-news.json").normalize();
    assumeTrue(Files.exists(sample), "there is no sample " + sample);
    var comment =
        new JsonMapper().readTree(sample.toFile()).at("/comments/0/body").textValue();

    features.extract(comment, TextFormat.TEXT);

    assertThat(Arrays.stream(model.probabilities(model.margins(features))).max().orElseThrow())
        .isLessThan(0.8);
  }

  private double probability(Label label, String comment) {
    features.extract(comment, TextFormat.TEXT);
    return model.probabilities(model.margins(features))[model.labels().indexOf(label)];
  }
}
