package io.moderato.training;

import java.util.List;

/**
 * A label's measured quality, as a card states it.
 *
 * @param kind "learnt"
 * @param rate share of comments at large that carry the label, which the scores are calibrated to
 * @param thresholds of the default policy
 * @param reference on the test part of the sample that stands for comments at large
 * @param sets on the test part of each set that was trained on, and on all of each that was not
 * @param leftOut on each set by a model that was trained without it
 */
public record LabelReport(
    String kind,
    double rate,
    Thresholds thresholds,
    Evaluation reference,
    List<Evaluation> sets,
    List<Evaluation> leftOut) {
  public LabelReport {
    sets = List.copyOf(sets);
    leftOut = List.copyOf(leftOut);
  }
}
