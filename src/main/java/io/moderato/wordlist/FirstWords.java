package io.moderato.wordlist;

import java.util.Collection;

/**
 * Tells of nearly every word that no literal begins with it, from one bit of a small set: so that a long list costs a text that
 * holds none of it hardly more than no list. A Bloom filter with one hash; of the words that are not there, one in {@link #BITS_EACH}
 * passes at most.
 */
final class FirstWords {
  private static final int BITS_EACH = 16;
  private static final int FEWEST_BITS = 1 << 10;
  private static final int MOST_BITS = 1 << 24;

  private final long[] bits;

  /** @param literals that each begin with a whole word */
  FirstWords(Collection<String> literals) {
    int size = FEWEST_BITS;
    while (size < literals.size() * (long) BITS_EACH && size < MOST_BITS) {
      size *= 2;
    }
    this.bits = new long[size / Long.SIZE];
    for (var literal : literals) {
      int bit = bit(literal, 0, Boundaries.after(literal, 0));
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  /** Whether a literal may begin with the word that stands there; never false where one does. */
  boolean mayHave(String text, int begin, int end) {
    int bit = bit(text, begin, end);
    return (bits[bit >>> 6] & 1L << bit) != 0;
  }

  private int bit(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    hash *= 0x9E3779B1; // Knuth, TAOCP 6.4: its high bits are the mixed ones
    return (hash ^ hash >>> 15) & (bits.length * Long.SIZE - 1);
  }
}
