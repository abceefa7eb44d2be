package io.moderato.wordlist;

import java.util.List;

/**
 * Finds which of many literals begin at a place of a text. Literals are hashed code unit by code unit; a bit set of the hashes of all
 * their beginnings tells when to give up, which for most places is after a few units. For 65,000 words this is 1.5 MB beside the words, where
 * an automaton has a state of 12 bytes and more for each of their half a million beginnings.
 */
final class LiteralTable {
  private static final int FEWEST_BITS = 1 << 10;
  private static final int MOST_BITS = 1 << 24;

  private final String[] literals;
  private final int[] slots;
  private final long[] beginnings;
  private final long[] wholes;

  /** Is told each literal that was found. */
  interface Found {
    void literal(int index, int begin, int end);
  }

  /** @param literals each once, none empty */
  LiteralTable(List<String> literals) {
    this.literals = literals.toArray(String[]::new);
    long units = literals.stream().mapToLong(String::length).sum();
    this.beginnings = new long[bits(units * 8) / Long.SIZE];
    this.wholes = new long[bits(literals.size() * 8L) / Long.SIZE];
    this.slots = new int[bits(literals.size() * 2L)];
    for (int i = 0; i < this.literals.length; i++) {
      add(i);
    }
  }

  private static int bits(long wanted) {
    int bits = FEWEST_BITS;
    while (bits < wanted && bits < MOST_BITS) {
      bits *= 2;
    }
    return bits;
  }

  private void add(int index) {
    var literal = literals[index];
    int hash = 0;
    for (int i = 0; i < literal.length(); i++) {
      hash = step(hash, literal.charAt(i));
      set(beginnings, hash);
    }
    set(wholes, hash);
    int slot = slot(hash);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = index + 1;
  }

  boolean isEmpty() {
    return literals.length == 0;
  }

  /** Tells all literals that begin at the place. */
  void find(String text, int begin, Found found) {
    int hash = 0;
    for (int i = begin; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
      if (!isSet(beginnings, hash)) {
        return;
      }
      if (isSet(wholes, hash)) {
        look(text, begin, i + 1, hash, found);
      }
    }
  }

  private void look(String text, int begin, int end, int hash, Found found) {
    for (int slot = slot(hash); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      var literal = literals[slots[slot] - 1];
      if (literal.length() == end - begin && text.startsWith(literal, begin)) {
        found.literal(slots[slot] - 1, begin, end);
        return; // each stands in the table once
      }
    }
  }

  /** Multiplicative hashing with the golden ratio (Knuth, TAOCP 6.4), shifted so that the low bits are mixed as well. */
  private static int step(int hash, char unit) {
    int mixed = (hash + unit + 1) * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }

  private int slot(int hash) {
    return (hash * 0x85EBCA6B) >>> 7 & (slots.length - 1);
  }

  private static void set(long[] bits, int hash) {
    int bit = bit(bits, hash);
    bits[bit >>> 6] |= 1L << bit;
  }

  private static boolean isSet(long[] bits, int hash) {
    int bit = bit(bits, hash);
    return (bits[bit >>> 6] & 1L << bit) != 0;
  }

  private static int bit(long[] bits, int hash) {
    return hash & (bits.length * Long.SIZE - 1);
  }
}
