package io.moderato.training;

import io.moderato.classify.Label;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Examples weighted to stand for comments at large: each set has its mass ({@link DataSet#reference()}) among those with the
 * label and among those without, however many rows it has, and together those with the label have its natural rate.
 */
final class ReferenceSample {
  /** A set with this many rows of an outcome has half of its mass. */
  private static final double HALF = 25;

  private ReferenceSample() {}

  /** The weight of each row if a label has its natural rate; they add up to 1. */
  static double[] weights(Corpus corpus, int[] rows, Label label, double rate) {
    Map<String, Integer> counts = new HashMap<>();
    for (int row : rows) {
      counts.merge(cell(corpus, row, label), 1, Integer::sum);
    }
    double[] weights = new double[rows.length];
    double[] sums = new double[2];
    for (int i = 0; i < rows.length; i++) {
      int count = counts.getOrDefault(cell(corpus, rows[i], label), 1);
      weights[i] = corpus.set(corpus.example(rows[i])).reference() / (count + HALF);
      sums[outcome(corpus, rows[i], label)] += weights[i];
    }
    for (int i = 0; i < rows.length; i++) {
      int outcome = outcome(corpus, rows[i], label);
      weights[i] *= (outcome == 1 ? rate : 1 - rate) / sums[outcome];
    }
    return weights;
  }

  /** Weighted observations of the reference sample's rows in one part of the data. */
  static List<Observation> of(
      Corpus corpus,
      Label label,
      double rate,
      Predicate<Example> filter,
      ToDoubleFunction<Integer> score) {
    int[] rows = corpus.rows(
        label, example -> filter.test(example) && corpus.set(example).reference() > 0);
    double[] weights = weights(corpus, rows, label, rate);
    return IntStream.range(0, rows.length)
        .mapToObj(i -> new Observation(
            score.applyAsDouble(rows[i]), outcome(corpus, rows[i], label) == 1, weights[i]))
        .toList();
  }

  private static String cell(Corpus corpus, int row, Label label) {
    return corpus.example(row).set() + outcome(corpus, row, label);
  }

  private static int outcome(Corpus corpus, int row, Label label) {
    return corpus.target(row, label) >= 0.5 ? 1 : 0;
  }
}
