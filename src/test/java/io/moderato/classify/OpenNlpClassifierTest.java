package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenNlpClassifierTest {
  private static final String[] BITS = {
    "free",
    "pills",
    " ",
    " ",
    " ",
    ".",
    "!",
    "\n",
    "\n\n",
    "&amp;",
    "&#120;",
    "&#xD800;",
    "&",
    "<b>",
    "</b>",
    "<p>",
    "<br>",
    "<!--",
    "<a href='http://x.example'>",
    "</a>",
    "<table>",
    "<td>",
    "http://y.example/z",
    "me@z.example",
    "[",
    "](http://w.example)",
    "*",
    "**",
    "`",
    "```\n",
    "> ",
    "- ",
    "    ",
    "\\",
    "\t",
    "\r\n",
    "\r",
    "\u0000",
    "\uD83D",
    "\uDE00",
    "😀",
    "👩🏽‍🚀",
    "e\u0301\u0302\u0303",
    "\u202E",
    "\u200B",
    "ﬃ",
    "ﷺ",
    "𝓯𝓻",
    "рау",
    "сор",
    "你好",
    "ガ",
    "각",
    "नमस्ते",
    "1",
    "$",
    "@",
    "'",
    "\uE000",
    "\uDB40\uDC41",
    "ß",
    "İ"
  };

  private final OpenNlpClassifier classifier = new OpenNlpClassifier(
      Models.serving(Models.knowing(Label.SPAM, -2, Map.of("pills", 40.0, "free", 30.0))));

  @Test
  void tells_scores_evidence_links_language_and_shape() {
    String text = "These free pills are for you, see www.pills.example";

    var told = classifier.classify(text, TextFormat.TEXT);

    double score = told.scores().of(Label.SPAM).orElseThrow();
    assertThat(score).isGreaterThan(0.9);
    assertThat(told.evidence()).extracting(Evidence::text).containsExactly("free pills");
    assertThat(told.links()).containsExactly(new Link("www.pills.example", "www.pills.example"));
    assertThat(told.language()).isEqualTo("en");
    assertThat(told.supported()).isTrue();
    assertThat(told.shape()).isEqualTo(new TextShape(7, 26, 1 / 26.0, 0, false, 0, 0));
  }

  @Test
  void a_low_score_needs_no_evidence() {
    var told = classifier.classify("Thank you, my family loved it", TextFormat.TEXT);

    assertThat(told.scores().of(Label.SPAM).orElseThrow()).isLessThan(0.2);
    assertThat(told.evidence()).isEmpty();
  }

  @Test
  void evidence_can_be_had_for_every_score() {
    var asked = new OpenNlpClassifier(Models.serving(Models.random(8, Models.mostLabels())), 0);

    var told = asked.classify("Thank you, my family loved it", TextFormat.TEXT);

    assertThat(told.evidence()).extracting(Evidence::label).contains(Models.mostLabels());
  }

  @Test
  void a_language_it_was_not_measured_on_is_unsupported_and_an_unknown_one_is_not() {
    assertThat(classifier
            .classify("Das ist ja wohl nicht dein Ernst", TextFormat.TEXT)
            .supported())
        .isFalse();
    assertThat(classifier.classify("Привет", TextFormat.TEXT).supported()).isFalse();
    assertThat(classifier.classify("wow", TextFormat.TEXT).supported()).isTrue();
    assertThat(classifier.classify("", TextFormat.TEXT).supported()).isTrue();
  }

  @Test
  void specialist_holds_no_cialis() {
    var strict = new OpenNlpClassifier(
        Models.serving(Models.knowing(Label.SPAM, -2, Map.of("cialis", 40.0))));

    assertThat(strict.classify("Ask a specialist", TextFormat.TEXT).scores().of(Label.SPAM))
        .hasValueCloseTo(1 / (1 + Math.exp(2)), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void evidence_spans_the_text_as_sent_whatever_was_sent(TextFormat format) {
    var asked = new OpenNlpClassifier(Models.serving(Models.random(9, Label.SPAM, Label.HATE)), 0);
    for (int seed = 0; seed < 3_000; seed++) {
      String text = anyText(new Random(seed));

      var told = asked.classify(text, format);

      assertThat(told.evidence())
          .as("seed %d", seed)
          .allSatisfy(it -> assertThat(text.substring(it.begin(), it.end())).isEqualTo(it.text()));
    }
  }

  @Test
  void threads_share_it() {
    String[] texts = {"free pills for you", "thank you so much", "free free free"};
    var alone = List.of(texts).stream()
        .map(text -> classifier.classify(text, TextFormat.TEXT))
        .toList();

    var together = IntStream.range(0, 3_000)
        .parallel()
        .mapToObj(i -> classifier.classify(texts[i % 3], TextFormat.TEXT))
        .toList();

    assertThat(together).allSatisfy(told -> assertThat(alone).contains(told));
  }

  private static String anyText(Random random) {
    var text = new StringBuilder();
    int bits = random.nextInt(40);
    for (int i = 0; i < bits; i++) {
      text.append(BITS[random.nextInt(BITS.length)]);
    }
    return text.toString();
  }
}
