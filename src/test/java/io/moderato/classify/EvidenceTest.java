package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On random texts of words, disguises, emoji, marks, entities, links and broken pieces of all of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceTest {
  private static final int TEXTS = 150;
  private static final List<String> BITS = List.of(
      "river",
      "Mill",
      " ",
      " ",
      " ",
      "\n",
      "f.r.e.e",
      "v1agra",
      "sooo",
      "😀",
      "👩\u200D👧",
      "👍🏽",
      "🇫🇺🇨🇰",
      "🇩🇪",
      "a\u0301\u0302\u0303\u0304",
      "\u0301",
      "\u202E",
      "\u200B",
      "\u0000",
      "\uD83D",
      "\uDE00",
      "&amp;",
      "&#x66;ree",
      "&eacute;",
      "&",
      "<b>",
      "</b>",
      "<a href='http://x.example/q'>here</a>",
      "<a href=/e></a>",
      "http://pills.example/a",
      "**",
      "𝓯𝓻𝓮𝓮",
      "хоме",
      "文字",
      "ﷺ",
      "!!!",
      "$$",
      "a@b.example");

  private final HashedLinearModel model = Models.random(11, Label.SPAM, Label.TOXIC)
      .corrected(new WindowCorrections(List.of(new float[4], new float[4])));
  private final Classifier classifier = new OpenNlpClassifier(Models.serving(model), 0);

  @ParameterizedTest
  @EnumSource
  void names_the_words_as_sent_and_what_the_score_is_without_them(TextFormat format) {
    var features = new CommentFeatures();
    var worst = new WorstStretch();
    for (int seed = 0; seed < TEXTS; seed++) {
      String text = randomText(seed);
      for (Evidence span : classifier.classify(text, format).evidence()) {
        String cut = text.substring(0, span.begin()) + ' ' + text.substring(span.end());

        assertThat(span.text()).isEqualTo(text.substring(span.begin(), span.end()));
        features.extract(cut, format);
        double[] scores = model.probabilities(worst.margins(model, features));
        double without = scores[model.labels().indexOf(span.label())];
        assertThat(span.without()).isEqualTo(without);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void all_weights_add_up_to_the_log_odds_of_the_score(TextFormat format) {
    var features = new CommentFeatures();
    var worst = new WorstStretch();
    var calibration = new Calibration(new float[] {-6, -2, 0, 3}, new float[] {-5, -1.5f, 0.5f, 2});
    var calibrated = model.calibrated(List.of(calibration, Calibration.identity()));
    for (int seed = 0; seed < TEXTS; seed++) {
      features.extract(randomText(seed), format);
      double[] margins = worst.margins(calibrated, features);
      for (int label = 0; label < margins.length; label++) {
        var why = new Explainer()
            .explain(calibrated, label, features, worst.of(label))
            .calibrated(calibrated.calibration(label));

        double sum = why.parts().stream().mapToDouble(Explanation.Part::weight).sum();
        double score = calibrated.probabilities(margins)[label];
        assertThat(why.baseline() + why.whole() + sum)
            .isCloseTo(Math.log(score / (1 - score)), within(1e-6));
      }
    }
  }

  private static String randomText(int seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = random.nextInt(1 + seed * 3); i >= 0; i--) {
      text.append(BITS.get(random.nextInt(BITS.size())));
    }
    return text.toString();
  }
}
