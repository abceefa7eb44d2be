package io.moderato.classify;

import java.util.Arrays;

/**
 * A folded text, cut into tokens, with the way back to the text as sent. The arrays are longer than what they hold and are
 * reused from text to text, so that folding does not allocate. Not thread-safe.
 */
final class FoldedText {
  /** A run of letters and digits. */
  static final byte WORD = 0;

  /** A run of one symbol or emoji; plain punctuation is no token. */
  static final byte SYMBOL = 1;

  /** A bare link. */
  static final byte LINK = 2;

  char[] chars = new char[1024];

  /** Where each code unit comes from in the text as sent: inclusive, exclusive. */
  int[] begins = new int[1024];

  int[] ends = new int[1024];
  int length;

  /** Each token's place in {@link #chars}: inclusive, exclusive. */
  int[] tokenBegins = new int[256];

  int[] tokenEnds = new int[256];
  byte[] tokenKinds = new byte[256];
  int tokenCount;

  /** Words with a letter or digit, before letters apart were joined. */
  int words;

  int letters;
  int cased;
  int capitals;

  /** The longest run of exclamation marks. */
  int exclamations;

  int emoji;

  /** Letters that were stretched (soooo). */
  int stretched;

  /** Words that were made readable: look-alikes, leet, letters apart, marks on marks. */
  int disguised;

  void clear(int capacity) {
    length = 0;
    tokenCount = 0;
    words = 0;
    letters = 0;
    cased = 0;
    capitals = 0;
    exclamations = 0;
    emoji = 0;
    stretched = 0;
    disguised = 0;
    if (chars.length < capacity) {
      chars = new char[capacity];
      begins = new int[capacity];
      ends = new int[capacity];
    }
  }

  /** Appends a code unit; makes room where {@link #clear} was told too little. */
  void add(char unit, int begin, int end) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      begins = Arrays.copyOf(begins, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    chars[length] = unit;
    begins[length] = begin;
    ends[length] = end;
    length++;
  }

  void addToken(int begin, int end, byte kind) {
    if (tokenCount == tokenBegins.length) {
      tokenBegins = Arrays.copyOf(tokenBegins, tokenCount * 2);
      tokenEnds = Arrays.copyOf(tokenEnds, tokenCount * 2);
      tokenKinds = Arrays.copyOf(tokenKinds, tokenCount * 2);
    }
    tokenBegins[tokenCount] = begin;
    tokenEnds[tokenCount] = end;
    tokenKinds[tokenCount] = kind;
    tokenCount++;
  }

  /** The token's first offset in the text as sent. */
  int tokenBegin(int token) {
    return begins[tokenBegins[token]];
  }

  /** The offset behind the token in the text as sent. */
  int tokenEnd(int token) {
    return ends[tokenEnds[token] - 1];
  }

  TextShape shape() {
    return new TextShape(words, letters, cased == 0 ? 0 : (double) capitals / cased);
  }

  /** The folded text, for tests and for people. */
  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
