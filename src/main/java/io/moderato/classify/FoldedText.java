package io.moderato.classify;

import java.util.Arrays;

/**
 * A folded text: tokens with a space between them, the way back to the text as sent, and counts of its looks. A scratch pad
 * that is reused from text to text, so that folding does not allocate. Not thread-safe.
 */
final class FoldedText {
  /** A run of letters and digits. */
  static final byte WORD = 0;

  /** A run of one symbol, or an emoji; plain punctuation is no token. */
  static final byte SYMBOL = 1;

  /** A bare link or address. */
  static final byte LINK = 2;

  final MappedText text = new MappedText();

  /** Each token's place in {@link #text}: inclusive, exclusive. */
  int[] tokenBegins = new int[256];

  int[] tokenEnds = new int[256];
  byte[] tokenKinds = new byte[256];

  /** Each token's hash, once its features were extracted or {@link #hashTokens} was called. */
  int[] tokenHashes = new int[256];

  int tokenCount;

  int words;

  /** Bare links and addresses. */
  int links;

  /** Letters from a to z. */
  int plainLetters;

  /** Letters beyond ASCII. */
  int foreignLetters;

  /** Letters beyond ASCII that look like none from a to z. */
  int unlikeLetters;

  /** Letters that have a case. */
  int cased;

  int capitals;

  /** The longest run of exclamation marks. */
  int exclamations;

  int emoji;

  /** Digits of the longest number, spaces and hyphens inside allowed: a telephone number has nine and more. */
  int longestNumber;

  /** Letters that were stretched (soooo). */
  int stretched;

  /** Words that had to be made readable: look-alikes, signs for letters, letters apart, heaps of marks. */
  int disguised;

  void clear() {
    text.clear();
    tokenCount = 0;
    words = 0;
    links = 0;
    plainLetters = 0;
    foreignLetters = 0;
    unlikeLetters = 0;
    cased = 0;
    capitals = 0;
    exclamations = 0;
    emoji = 0;
    longestNumber = 0;
    stretched = 0;
    disguised = 0;
  }

  /** Begins a token and gives where. */
  int beginToken() {
    if (text.length > 0) {
      int end = text.ends[text.length - 1];
      text.add(' ', end, end);
    }
    return text.length;
  }

  /** Ends the token that was begun. */
  void endToken(int begin, byte kind) {
    if (tokenCount == tokenBegins.length) {
      tokenBegins = Arrays.copyOf(tokenBegins, tokenCount * 2);
      tokenEnds = Arrays.copyOf(tokenEnds, tokenCount * 2);
      tokenKinds = Arrays.copyOf(tokenKinds, tokenCount * 2);
      tokenHashes = new int[tokenCount * 2];
    }
    tokenBegins[tokenCount] = begin;
    tokenEnds[tokenCount] = text.length;
    tokenKinds[tokenCount] = kind;
    tokenCount++;
  }

  /** Hashes the tokens of a text whose features are not asked for. */
  void hashTokens() {
    for (int token = 0; token < tokenCount; token++) {
      tokenHashes[token] =
          CommentFeatures.tokenHash(text.chars, tokenBegins[token], tokenEnds[token]);
    }
  }

  /** The token's first offset in the text as sent. */
  int tokenBegin(int token) {
    return text.begins[tokenBegins[token]];
  }

  /** The offset behind the token in the text as sent. */
  int tokenEnd(int token) {
    return text.ends[tokenEnds[token] - 1];
  }

  TextShape shape() {
    return new TextShape(
        words,
        plainLetters + foreignLetters,
        cased == 0 ? 0 : (double) capitals / cased,
        emoji,
        emoji > 0 && words == 0 && links == 0,
        exclamations,
        stretched);
  }

  /** The tokens with a space between them; a bare link is one private character. */
  @Override
  public String toString() {
    return text.toString();
  }
}
