package io.moderato.training;

/**
 * A text that people of a site decided on.
 *
 * @param buckets its distinct features, ascending
 * @param target how probably it is rejected: 1 or 0, or between where people did not agree
 * @param weight how much it counts, 1 for a text like any other
 * @param text the same for texts of the same words, which must not stand on both sides of a fold
 */
public record Lesson(int[] buckets, double target, double weight, long text) {
  public Lesson {
    if (!(target >= 0 && target <= 1) || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "target %s and weight %s teach nothing".formatted(target, weight));
    }
  }
}
