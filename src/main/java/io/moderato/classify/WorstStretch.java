package io.moderato.classify;

import java.util.Arrays;

/**
 * Judges a text by what speaks most for each label: the whole, or, in a long text, a window of it whose margin is larger even
 * after the model's {@link WindowCorrections}. Training's evaluation and serving use this class, so that they cannot differ. A
 * reusable scratch pad: one for each thread.
 */
public final class WorstStretch {
  /** How many sizes of window there are. */
  public static final int SIZES = Windows.SIZES.length;

  private final Windows windows = new Windows();
  private double[] margins = new double[0];
  private Stretch[] stretches = new Stretch[0];

  /** Whether a text is long enough to be judged by its windows, too. */
  public static boolean isLong(CommentFeatures text) {
    return Windows.has(text);
  }

  /** Every label's raw margin for the text whose features these are; not to be changed. */
  public double[] margins(HashedLinearModel model, CommentFeatures text) {
    margins = model.margins(text);
    if (stretches.length != margins.length) {
      stretches = new Stretch[margins.length];
    }
    Arrays.fill(stretches, Stretch.whole(text));
    if (Windows.has(text)) {
      windows.slide(model, text);
      for (int label = 0; label < margins.length; label++) {
        raise(model.corrections(), label, text);
      }
    }
    return margins;
  }

  /**
   * The raw margins of a long text as a whole, then the largest that a window of each size has, each label by label and
   * uncorrected.
   */
  public double[][] bySize(HashedLinearModel model, CommentFeatures text) {
    windows.slide(model, text);
    double[][] margins = new double[1 + SIZES][];
    margins[0] = model.margins(text);
    for (int size = 0; size < SIZES; size++) {
      margins[1 + size] = windows.margins(size);
    }
    return margins;
  }

  /** What the label's margin was that of. */
  Stretch of(int label) {
    return stretches[label];
  }

  private void raise(WindowCorrections corrections, int label, CommentFeatures text) {
    for (int size = 0; size < SIZES; size++) {
      double correction = corrections.of(label, size);
      double margin = windows.margins(size)[label] - correction;
      if (margin > margins[label]) {
        margins[label] = margin;
        stretches[label] =
            Stretch.window(windows.begin(size, label), Windows.SIZES[size], text, correction);
      }
    }
  }
}
