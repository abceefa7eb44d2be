package io.moderato.classify;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is taken off the margin of a long text's worst window before it counts: the largest of many windows is larger by chance,
 * and the smaller they are, the more. Chosen on the calibration part of the data, by label and size of window. Immutable.
 */
public final class WindowCorrections {
  private final float[][] byLabel;

  /**
   * Corrections, label by label.
   *
   * @param byLabel at least 0, for each size of window; infinite for a size that never counts
   */
  public WindowCorrections(List<float[]> byLabel) {
    for (float[] corrections : byLabel) {
      if (corrections.length != Windows.SIZES.length) {
        throw new IllegalArgumentException("%d sizes of window need a correction each, were %d"
            .formatted(Windows.SIZES.length, corrections.length));
      }
      for (float correction : corrections) {
        if (!(correction >= 0)) { // also false for NaN
          throw new IllegalArgumentException("a correction is at least 0, was " + correction);
        }
      }
    }
    this.byLabel = byLabel.stream().map(float[]::clone).toArray(float[][]::new);
  }

  /** Of labels that are judged by the whole text alone. */
  public static WindowCorrections never(int labels) {
    float[] infinite = new float[Windows.SIZES.length];
    Arrays.fill(infinite, Float.POSITIVE_INFINITY);
    return ofEach(labels, infinite);
  }

  /** For a model that states none: about what the calibration part gave for the model that was shipped before. */
  public static WindowCorrections assumed(int labels) {
    return ofEach(labels, new float[] {2.6f, 1.8f, 1.2f, 0.6f});
  }

  private static WindowCorrections ofEach(int labels, float[] bySize) {
    return new WindowCorrections(Collections.nCopies(labels, bySize));
  }

  int labels() {
    return byLabel.length;
  }

  /** The correction of a label for the n-th of {@link Windows#SIZES}. */
  public float of(int label, int size) {
    return byLabel[label][size];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowCorrections that && Arrays.deepEquals(byLabel, that.byLabel);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(byLabel);
  }
}
