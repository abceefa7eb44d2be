package io.moderato.learning;

import java.util.List;

/**
 * What the examples show at the last training.
 *
 * @param against words that speak most for rejecting, the strongest first
 * @param approving words that speak most for approving
 * @param newWords share of the latest examples' words that none before has; NaN with too few examples
 * @param newWordsBefore the same of as many examples before these
 */
public record Learnt(
    List<Word> against, List<Word> approving, double newWords, double newWordsBefore) {
  static final Learnt NOTHING = new Learnt(List.of(), List.of(), Double.NaN, Double.NaN);

  public Learnt {
    against = List.copyOf(against);
    approving = List.copyOf(approving);
  }

  /**
   * A word and what it means here.
   *
   * @param weight that the model gives it; above 0 speaks for rejecting
   * @param examples so many have it
   */
  public record Word(String word, double weight, int examples) {}
}
