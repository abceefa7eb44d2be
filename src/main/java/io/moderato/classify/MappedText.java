package io.moderato.classify;

import java.util.Arrays;

/**
 * Characters, each with the place in the text as sent that it comes from. A growing buffer that is reused from text to text, so
 * that reading and folding do not allocate. Not thread-safe.
 */
final class MappedText {
  char[] chars = new char[1024];

  /** Where each code unit begins in the text as sent, inclusive. */
  int[] begins = new int[1024];

  /** Where each code unit ends in the text as sent, exclusive. */
  int[] ends = new int[1024];

  int length;

  void clear() {
    length = 0;
  }

  void add(char unit, int begin, int end) {
    makeRoom(1);
    chars[length] = unit;
    begins[length] = begin;
    ends[length] = end;
    length++;
  }

  /** Adds a stretch of another text. */
  void addAll(MappedText other, int from, int to) {
    makeRoom(to - from);
    for (int i = from; i < to; i++) {
      chars[length] = other.chars[i];
      begins[length] = other.begins[i];
      ends[length] = other.ends[i];
      length++;
    }
  }

  /** Sees to it that so many more code units can be put behind the last one. */
  void makeRoom(int more) {
    if (length + more > chars.length) {
      int capacity = Math.max(length + more, 2 * chars.length);
      chars = Arrays.copyOf(chars, capacity);
      begins = Arrays.copyOf(begins, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
  }

  void addAll(String units, int begin, int end) {
    for (int i = 0; i < units.length(); i++) {
      add(units.charAt(i), begin, end);
    }
  }

  /** Lets the last code unit cover what was dropped right behind it, such as a combining mark. */
  void cover(int begin, int end) {
    if (length > 0 && ends[length - 1] == begin) {
      ends[length - 1] = end;
    }
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
