package io.moderato.training;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses the default policy's thresholds from a budget of blocked good comments: each label gets its share of the false
 * alarms, TOXIC the largest since it covers the others, as large as all labels together stay within the budget. Measured on the
 * good comments of the calibration part, each set counting as {@link DataSet#good()} says.
 */
final class ThresholdChooser {
  /** Share of good comments that may be held, at most 1 % with room for what is yet unseen. */
  private static final double HELD = 0.008;

  /** Share of good comments that may be rejected, at most 0.1 %. */
  private static final double REJECTED = 0.0008;

  /** No probability below it holds: a moderator should not look at two good comments for each bad one. */
  private static final double LOWEST_HOLD = 0.35;

  /** No probability below it rejects: nobody looks at what is rejected. */
  private static final double LOWEST_REJECT = 0.85;

  /** Surer than this no score is meant to be. */
  private static final double HIGHEST = 0.999;

  private static final int STEPS = 200;

  private final Corpus corpus;
  private final HashedLinearModel model;
  private final int[] rows;
  private final double[] weights;
  private final double[][] scores;

  ThresholdChooser(Corpus corpus, HashedLinearModel model) {
    this.corpus = corpus;
    this.model = model;
    this.rows = corpus.rows(example -> isGood(corpus, example));
    double[] masses = Arrays.stream(rows)
        .mapToDouble(row -> corpus.set(corpus.example(row)).good())
        .toArray();
    double all = Arrays.stream(masses).sum();
    this.weights = Arrays.stream(masses).map(mass -> mass / all).toArray();
    var margins = new Margins(model, corpus);
    this.scores = model.labels().stream()
        .map(label -> Arrays.stream(rows)
            .mapToDouble(row -> margins.probability(row, label))
            .toArray())
        .toArray(double[][]::new);
  }

  /** Whether an example is one of the good comments of the calibration part. */
  static boolean isGood(Corpus corpus, Example example) {
    return example.split() == Split.CALIBRATION
        && corpus.set(example).good() > 0
        && corpus.set(example).use() == DataSet.Use.TRAIN
        && example.targets().values().stream().allMatch(target -> target < 0.5);
  }

  /** The thresholds of each label. */
  Map<Label, Thresholds> choose() {
    double[] hold = within(HELD, LOWEST_HOLD);
    double[] reject = within(REJECTED, LOWEST_REJECT);
    var chosen = new EnumMap<Label, Thresholds>(Label.class);
    for (int label = 0; label < scores.length; label++) {
      chosen.put(
          model.labels().get(label),
          new Thresholds(hold[label], Math.max(hold[label], reject[label])));
    }
    return chosen;
  }

  private double[] within(double budget, double lowest) {
    double[] thresholds = new double[scores.length];
    for (int step = STEPS; step >= 0; step--) {
      double unit = budget * step / STEPS;
      Arrays.setAll(
          thresholds,
          label -> Math.max(lowest, Math.min(1, roundedUp(above(label, unit * share(label))))));
      if (blocked(thresholds) <= budget) {
        break;
      }
    }
    return thresholds;
  }

  private double share(int label) {
    return switch (model.labels().get(label)) {
      case TOXIC -> 1;
      case SPAM -> 0.3;
      default -> 0.3;
    };
  }

  /** The score that a share of the good comments lies above. */
  private double above(int label, double share) {
    var descending = IntStream.range(0, rows.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[label][i]))
        .toList();
    double seen = 0;
    for (int i : descending) {
      seen += weights[i];
      if (seen > share) {
        return scores[label][i];
      }
    }
    return 0;
  }

  /** The next hundredth above, near 1 the next thousandth: the comment at the score itself must pass. */
  private static double roundedUp(double score) {
    double steps = score < 0.99 ? 100 : 1000;
    return Math.min((Math.floor(score * steps) + 1) / steps, HIGHEST);
  }

  private double blocked(double[] thresholds) {
    double blocked = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = i;
      boolean any = IntStream.range(0, thresholds.length)
          .anyMatch(label -> scores[label][row] >= thresholds[label]);
      blocked += any ? weights[i] : 0;
    }
    return blocked;
  }
}
