package io.moderato.classify;

/**
 * Adds up rows of weights, the bytes of eight labels at once: each byte, made unsigned, goes to a lane of 16 bits, and every other
 * byte to another word, so that no lane overflows within {@link #MOST} rows.
 */
final class PackedRows {
  /** Labels of a row, and bytes of a word. */
  static final int LABELS = Long.BYTES;

  /** So many rows may be added before their sums are unpacked. */
  static final int MOST = 256;

  private static final long SIGNS = 0x8080808080808080L;
  private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;
  private static final int LANE = 16;

  private PackedRows() {}

  /** Lanes of the labels with even numbers. */
  static long even(long row) {
    return (row ^ SIGNS) & EVERY_OTHER;
  }

  /** Lanes of the labels with odd numbers. */
  static long odd(long row) {
    return ((row ^ SIGNS) >>> Byte.SIZE) & EVERY_OTHER;
  }

  /** The signed weight of one label in a row. */
  static int weight(long row, int label) {
    return (byte) (row >>> (Byte.SIZE * label));
  }

  /**
   * Adds the sums of rows to sums by label.
   *
   * @param even the sum of as many rows' {@link #even}
   * @param odd the sum of as many rows' {@link #odd}
   * @param from the index of the first label's sum
   */
  static void unpack(long even, long odd, int rows, int[] sums, int from, int labels) {
    for (int label = 0; label < labels; label++) {
      long lanes = (label & 1) == 0 ? even : odd;
      int sum = (int) (lanes >>> (LANE * (label >> 1))) & 0xFFFF;
      sums[from + label] += sum - (rows << (Byte.SIZE - 1));
    }
  }
}
