package io.moderato.training;

import java.util.List;

/**
 * A label's measured quality, as a card states it.
 *
 * @param kind "learnt"
 * @param languages BCP 47 codes of the languages that it was measured on
 * @param rate share of comments at large that carry the label, which the scores are calibrated to
 * @param thresholds of the default policy
 * @param reference on the test part of the sample that stands for comments at large
 * @param sets on the test part of each set that was trained on, and on all of each that was not
 * @param leftOut on each set by a model that was trained without it
 */
public record LabelReport(
    String kind,
    List<String> languages,
    double rate,
    Thresholds thresholds,
    Evaluation reference,
    List<Evaluation> sets,
    List<Evaluation> leftOut) {
  public LabelReport {
    languages = List.copyOf(languages);
    sets = List.copyOf(sets);
    leftOut = List.copyOf(leftOut);
  }
}
