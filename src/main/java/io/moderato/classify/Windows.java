package io.moderato.classify;

import java.util.Arrays;

/**
 * The stretches of a text that speak most for each label: windows of 8, 16, 32 and 64 tokens slide over it, each by half its
 * size. Whatever stands around abuse or spam can thus take away from it only what fits into a window beside it.
 *
 * <p>A window's margin is that of a text which consists of it: the weights of its distinct buckets over the root of their
 * number. A pair of tokens belongs to the windows that hold both, a link to those that hold the first token which shows it.
 * Of the {@link Trait}s a window has those of the links that it holds, since the others are counted for a text as a whole.
 *
 * <p>Every feature is looked at once for each size: a window's sum is that of its first half, known from the size before, and of
 * those features of its second half that do not occur in the first. A reusable scratch pad: one for each thread.
 */
final class Windows {
  /** In tokens; each twice the one before. */
  static final int[] SIZES = {8, 16, 32, 64};

  /** A text of no more tokens is judged as a whole alone. */
  static final int SHORT = 64;

  private final WindowFeatures features = new WindowFeatures();
  private int[] sums = new int[0];
  private int[] counts = new int[0];
  private double[][] margins = new double[0][];
  private int[][] begins = new int[0][];

  /** Whether a text is long enough to have windows. */
  static boolean has(CommentFeatures text) {
    return text.folded().tokenCount > SHORT;
  }

  /** Slides windows over the text whose features these are. */
  void slide(HashedLinearModel model, CommentFeatures text) {
    int stride = model.labels().size();
    features.read(text);
    margins = new double[SIZES.length][stride];
    begins = new int[SIZES.length][stride];
    int half = SIZES[0] / 2;
    int blocks = (features.tokens() + half - 1) / half;
    makeRoom(blocks, stride);
    for (int block = 0; block < blocks; block++) {
      add(model, block, block * half, block * half, block * half + half);
    }
    for (int size = 0; size < SIZES.length; size++) {
      Arrays.fill(margins[size], Double.NEGATIVE_INFINITY);
      slide(model, size, size == 0 ? 1 : 2);
    }
    features.clear();
  }

  /** The largest margin that any window of a size has, label by label; of the last text, to be changed at will. */
  double[] margins(int size) {
    return margins[size];
  }

  /** The token that the window of that margin begins with. */
  int begin(int size, int label) {
    return begins[size][label];
  }

  /** Makes the windows of one size of those half as large, in place: a window begins where its first half did. */
  private void slide(HashedLinearModel model, int size, int apart) {
    int stride = model.labels().size();
    int half = SIZES[size] / 2;
    for (int window = 0; window * half < features.tokens(); window++) {
      int begin = window * half;
      System.arraycopy(sums, window * apart * stride, sums, window * stride, stride);
      counts[window] = counts[window * apart];
      add(model, window, begin, begin + half, begin + 2 * half);
      if (begin == 0 || begin + half < features.tokens()) {
        judge(model, size, window, begin);
      }
    }
  }

  /** Adds the features of tokens that do not occur earlier in the window that begins where said. */
  private void add(HashedLinearModel model, int window, int begin, int from, int to) {
    int stride = model.labels().size();
    int end = features.firstOf(to);
    int count = 0;
    for (int i = features.firstOf(from); i < end; i++) {
      if (features.isNewIn(begin, i)) {
        model.add(features.bucket(i), sums, window * stride);
        count++;
      }
    }
    counts[window] += count;
  }

  private void judge(HashedLinearModel model, int size, int window, int begin) {
    int stride = model.labels().size();
    int[] looks = new int[0];
    int count = counts[window];
    if (features.hasLinks(begin, begin + SIZES[size])) {
      looks = new int[stride];
      var links = features.links(begin, begin + SIZES[size]);
      for (Trait trait : Trait.OF_LINKS) {
        if (trait.in(links)) {
          model.add(trait.bucket(), looks, 0);
          count++;
        }
      }
    }
    for (int label = 0; label < stride; label++) {
      int sum = sums[window * stride + label] + (looks.length == 0 ? 0 : looks[label]);
      double margin = model.margin(label, sum, count);
      if (margin > margins[size][label]) {
        margins[size][label] = margin;
        begins[size][label] = begin;
      }
    }
  }

  private void makeRoom(int windows, int stride) {
    if (sums.length < windows * stride) {
      sums = new int[windows * stride];
    } else {
      Arrays.fill(sums, 0, windows * stride, 0);
    }
    if (counts.length < windows) {
      counts = new int[windows];
    } else {
      Arrays.fill(counts, 0, windows, 0);
    }
  }
}
