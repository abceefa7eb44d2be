package io.moderato.training;

import io.moderato.classify.Label;
import java.util.List;

/**
 * How well a label is scored on one set of texts.
 *
 * @param set the set's name
 * @param texts that tell the label
 * @param positives those that have it
 * @param auc area under the ROC curve; NaN unless texts with and without the label occur
 * @param averagePrecision NaN if no text has the label
 * @param caughtAtTwoPercent share of the texts with the label that is caught where 2 % of those without it are; NaN unless both occur
 * @param reliability of the scores as probabilities
 * @param hold at the threshold from which on comments are held
 * @param reject at the threshold from which on comments are rejected
 */
public record Evaluation(
    String set,
    Label label,
    int texts,
    int positives,
    double auc,
    double averagePrecision,
    double caughtAtTwoPercent,
    Reliability reliability,
    AtThreshold hold,
    AtThreshold reject) {
  private static final double TWO_PERCENT = 0.02;

  /** Measures scored texts. */
  public static Evaluation of(
      String set, Label label, List<Observation> observations, Thresholds thresholds) {
    return new Evaluation(
        set,
        label,
        observations.size(),
        (int) observations.stream().filter(Observation::positive).count(),
        Ranking.auc(observations),
        Ranking.averagePrecision(observations),
        Ranking.caughtAt(TWO_PERCENT, observations),
        Reliability.of(observations),
        AtThreshold.of(observations, thresholds.hold()),
        AtThreshold.of(observations, thresholds.reject()));
  }
}
