package io.moderato.training;

/**
 * One scored text of which the truth is known.
 *
 * @param score a margin or a probability
 * @param positive whether most annotators saw the label
 * @param weight how much it counts, at least 0
 */
public record Observation(double score, boolean positive, double weight) {
  public Observation {
    if (Double.isNaN(score) || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "score %s and weight %s make no observation".formatted(score, weight));
    }
  }
}
