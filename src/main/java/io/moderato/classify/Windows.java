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
  private final int[] looks = new int[PackedRows.LABELS];
  private double[][] margins = new double[0][];
  private int[][] begins = new int[0][];

  /** Whether a text is long enough to have windows. */
  static boolean has(CommentFeatures text) {
    return text.folded().tokenCount > SHORT;
  }

  /** Slides windows over the text whose features these are. */
  void slide(HashedLinearModel model, CommentFeatures text) {
    int stride = model.labels().size();
    features.read(model, text);
    margins = new double[SIZES.length][stride];
    begins = new int[SIZES.length][stride];
    int half = SIZES[0] / 2;
    int blocks = (features.tokens() + half - 1) / half;
    makeRoom(blocks, stride);
    for (int block = 0; block < blocks; block++) {
      add(stride, block, block * half, block * half, block * half + half);
    }
    for (int size = 0; size < SIZES.length; size++) {
      Arrays.fill(margins[size], Double.NEGATIVE_INFINITY);
      slide(model, size, size == 0 ? 1 : 2);
    }
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
      add(stride, window, begin, begin + half, begin + 2 * half);
      if (begin == 0 || begin + half < features.tokens()) {
        judge(model, size, window, begin);
      }
    }
  }

  /** Adds the features of tokens that do not occur earlier in the window that begins where said. */
  private void add(int stride, int window, int begin, int from, int to) {
    int end = features.firstOf(to);
    int at = features.firstOf(from);
    while (at < end) {
      int enough = Math.min(at + PackedRows.MOST, end);
      long even = 0;
      long odd = 0;
      int added = 0;
      for (; at < enough; at++) {
        int isNew = features.newIn(begin, at);
        long row = features.row(at);
        even += PackedRows.even(row) & -isNew;
        odd += PackedRows.odd(row) & -isNew;
        added += isNew;
      }
      PackedRows.unpack(even, odd, added, sums, window * stride, stride);
      counts[window] += added;
    }
  }

  private void judge(HashedLinearModel model, int size, int window, int begin) {
    int stride = model.labels().size();
    int count = counts[window];
    Arrays.fill(looks, 0);
    if (features.hasLinks(begin, begin + SIZES[size])) {
      var links = features.links(begin, begin + SIZES[size]);
      for (Trait trait : Trait.OF_LINKS) {
        if (trait.in(links)) {
          long row = model.row(trait.bucket());
          PackedRows.unpack(PackedRows.even(row), PackedRows.odd(row), 1, looks, 0, stride);
          count++;
        }
      }
    }
    double length = HashedLinearModel.length(count);
    for (int label = 0; label < stride; label++) {
      double margin = model.margin(label, sums[window * stride + label] + looks[label], length);
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
