package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A host's old thresholds must keep their meaning: measured on the test part of the Wikipedia talk comments. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownSharesOfTheShippedModelTest {
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  @Test
  void about_as_many_talk_comments_are_called_toxic_as_by_perspective() throws IOException {
    read();

    var shares = Recipes.of("base").labels().stream()
        .filter(label -> label.label() == Label.TOXIC)
        .map(Recipe.LabelRecipe::shares)
        .findFirst()
        .orElseThrow();
    assertThat(shares).isNotNull();
    shares.above().forEach((score, share) -> {
      double above = ours.stream().filter(each -> each > score).count() / (double) ours.size();
      assertThat(above).as("share above %s", score).isBetween(share / 1.5, share * 1.5);
    });
  }

  /** Its scores are only compared with: no training reads them. */
  @Test
  void ranks_talk_comments_much_as_perspective_does() throws IOException {
    read();

    assertThat(correlation(ranks(ours), ranks(theirs))).isGreaterThan(0.35);
  }

  private void read() throws IOException {
    var sets = DataSets.all().stream()
        .filter(set -> set.name().equals("wikipedia_talk"))
        .toList();
    var data = PublicData.folder();
    assumeTrue(DataSets.missing(sets, data).isEmpty(), "the public data sets are not in " + data);
    var model = new ModelStore(Path.of("models")).load("base").model();
    int toxic = model.labels().indexOf(Label.TOXIC);
    var features = new CommentFeatures();
    var worst = new WorstStretch();
    TsvFile.read(data.resolve(sets.get(0).file()), BrokenRows.STOP, row -> {
      String text = row.text("text");
      if (Split.of(Split.key(text), 1) == Split.TEST) {
        features.extract(text, TextFormat.TEXT);
        ours.add(model.probabilities(worst.margins(model, features))[toxic]);
        theirs.add(row.number("perspective_score"));
      }
    });
  }

  private static double[] ranks(List<Double> values) {
    Integer[] order = new Integer[values.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparing(values::get));
    double[] ranks = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  /** Pearson's; of ranks it is Spearman's. */
  private static double correlation(double[] one, double[] other) {
    double mean = (one.length - 1) / 2.0;
    double both = 0;
    double square = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - mean) * (other[i] - mean);
      square += (one[i] - mean) * (one[i] - mean);
    }
    return both / square;
  }
}
