package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.comment.TextFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorstStretchTest {
  private static final String INNOCENT =
      "Yesterday we walked along the river, and the old mill was open for once; my daughter asked the miller how flour is made. ";

  private final CommentFeatures features = new CommentFeatures();
  private final WorstStretch worst = new WorstStretch();

  @Test
  void a_short_text_is_judged_as_a_whole() {
    var model = corrected(Models.random(1, Models.mostLabels()), 0);
    features.extract("word ".repeat(64), TextFormat.TEXT);

    assertThat(worst.margins(model, features)).isEqualTo(model.margins(features));
    assertThat(worst.of(0).isWhole()).isTrue();
  }

  @Test
  void without_corrections_no_window_counts() {
    var model = Models.random(1, Models.mostLabels());
    features.extract(INNOCENT.repeat(10), TextFormat.TEXT);

    assertThat(worst.margins(model, features)).isEqualTo(model.margins(features));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void the_margin_of_each_size_is_that_of_its_worst_window(int seed) {
    var model = Models.random(seed, Label.SPAM, Label.TOXIC, Label.HATE);
    features.extract(randomText(seed), TextFormat.HTML);

    double[][] bySize = worst.bySize(model, features);

    for (int size = 0; size < WorstStretch.SIZES; size++) {
      for (int label = 0; label < 3; label++) {
        assertThat(bySize[1 + size][label])
            .isCloseTo(oneByOne(model, Windows.SIZES[size], label), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2$s %1$s", "%1$s %2$s", "%2$s %1$s %2$s"})
  void innocent_words_before_after_and_around_do_not_hide_spam(String order) {
    var model = corrected(
        Models.knowing(Label.SPAM, -2, Map.of("cheap", 30.0, "pills", 40.0, "river", -30.0)), 0.5f);
    String spam = "Order cheap pills today from the best pharmacy";
    features.extract(spam, TextFormat.TEXT);
    double bare = worst.margins(model, features)[0];
    features.extract(order.formatted(spam, INNOCENT.repeat(7)), TextFormat.TEXT);

    double whole = model.margins(features)[0];
    assertThat(whole).isLessThan(0);
    assertThat(worst.margins(model, features)[0]).isGreaterThan(2).isLessThan(bare);
  }

  @Test
  void evidence_of_a_window_adds_up_to_its_margin() {
    int windows = 0;
    for (int seed = 0; seed < 8; seed++) {
      var model = corrected(Models.random(seed, Label.SPAM, Label.TOXIC), 0.25f);
      features.extract(randomText(seed), TextFormat.HTML);
      double[] margins = worst.margins(model, features);
      for (int label = 0; label < 2; label++) {
        var why = new Explainer().explain(model, label, features, worst.of(label));

        double sum = why.parts().stream().mapToDouble(Explanation.Part::weight).sum();
        windows += worst.of(label).isWhole() ? 0 : 1;
        assertThat(why.margin()).isCloseTo(margins[label], within(1e-9));
        assertThat(why.baseline() + why.whole() + sum).isCloseTo(why.margin(), within(1e-9));
      }
    }
    assertThat(windows).isGreaterThan(8);
  }

  private static HashedLinearModel corrected(HashedLinearModel model, float correction) {
    float[] each = new float[WorstStretch.SIZES];
    Arrays.fill(each, correction);
    return model.corrected(
        new WindowCorrections(Collections.nCopies(model.labels().size(), each)));
  }

  private static String randomText(int seed) {
    var random = new Random(seed);
    var bits = List.of(
        "river ",
        "mill ",
        "old ",
        "b.u.y ",
        "sooo ",
        "http://pills.example/a ",
        "😀 ",
        "xylophone ",
        "<a href='http://x.example/q'>good old mill</a> ",
        "<a href=/empty></a>",
        "a@b.example ",
        "!!! ");
    var text = new StringBuilder();
    for (int i = 0; i < 70 + 50 * seed; i++) {
      text.append(
          random.nextInt(3) == 0
              ? "word" + random.nextInt(40) + ' '
              : bits.get(random.nextInt(bits.size())));
    }
    return text.toString();
  }

  /** The largest margin of the windows of a size, each added up by itself. */
  private double oneByOne(HashedLinearModel model, int size, int label) {
    double largest = Double.NEGATIVE_INFINITY;
    int tokens = features.folded().tokenCount;
    for (int begin = 0; begin + size / 2 < tokens; begin += size / 2) {
      var stretch = Stretch.window(begin, size, features, 0);
      Set<Integer> buckets = new HashSet<>();
      for (int i = 0; i < features.count(); i++) {
        if (stretch.holds(features, features.owner(i))) {
          buckets.add(features.occurrence(i));
        }
      }
      double sum =
          buckets.stream().mapToDouble(bucket -> model.weight(label, bucket)).sum();
      var looks = stretch.looks(features);
      sum +=
          looks.stream().mapToDouble(look -> model.weight(label, look.bucket())).sum();
      double length = Math.sqrt(Math.max(buckets.size() + looks.size(), 1));
      largest = Math.max(largest, model.bias(label) + sum / length);
    }
    return largest;
  }
}
