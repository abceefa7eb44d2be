package io.moderato.recent;

import java.util.Arrays;

/**
 * How alike the words of two texts are, in a bounded number of bytes: of all words that a text is about, those with the smallest hashes
 * (bottom-k sketch: Broder, "On the resemblance and containment of documents", 1997; exact for texts of up to {@link #MOST} such words).
 */
final class Sketch {
  /** So many words of each text are kept. */
  static final int MOST = 32;

  /** Texts of fewer such words are all too alike; they repeat exactly or not at all. */
  static final int FEWEST = 6;

  private Sketch() {}

  /**
   * The sketch of a text.
   *
   * @param words hashes of words, each once
   * @return ascending; empty where the words are too few to tell
   */
  static int[] of(int[] words) {
    if (words.length < FEWEST) {
      return new int[0];
    }
    int[] mixed = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      mixed[i] = Hashes.mixed(words[i]);
    }
    Arrays.sort(mixed);
    return mixed.length <= MOST ? mixed : Arrays.copyOf(mixed, MOST);
  }

  /** Whether two texts are nearly the same; the shorter, the less may differ. */
  static boolean areAlike(int[] one, int[] other) {
    int shorter = Math.min(one.length, other.length);
    int longer = Math.max(one.length, other.length);
    double least = least(shorter);
    return shorter >= least * longer && resemblance(one, other) >= least;
  }

  /** From 0.7 for {@link #FEWEST} words, where people's own thanks are alike, down to 0.42 for 14 and more. */
  private static double least(int words) {
    return Math.max(0.42, 0.7 - 0.28 * (words - FEWEST) / 8);
  }

  /** The share of words that both have among those that either has, in [0, 1]. */
  static double resemblance(int[] one, int[] other) {
    boolean whole = one.length < MOST && other.length < MOST;
    int most = whole ? one.length + other.length : MOST;
    int shared = 0;
    int union = 0;
    int i = 0;
    int j = 0;
    while (union < most && (i < one.length || j < other.length)) {
      if (j == other.length || i < one.length && one[i] < other[j]) {
        i++;
      } else if (i == one.length || one[i] > other[j]) {
        j++;
      } else {
        i++;
        j++;
        shared++;
      }
      union++;
    }
    return union == 0 ? 0 : (double) shared / union;
  }
}
