package io.moderato.training;

/**
 * From which score on a comment is held for a moderator, and from which on it is rejected.
 *
 * @param hold in [0, 1]
 * @param reject in [hold, 1]
 */
public record Thresholds(double hold, double reject) {
  /** Where nothing better is known. */
  public static final Thresholds DEFAULT = new Thresholds(0.5, 0.9);

  public Thresholds {
    if (!(hold >= 0 && hold <= reject && reject <= 1)) {
      throw new IllegalArgumentException(
          "thresholds must ascend in [0, 1], were %s and %s".formatted(hold, reject));
    }
  }
}
