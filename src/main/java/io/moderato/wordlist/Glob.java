package io.moderato.wordlist;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phrase with a star inside: {@code vi*gra}, {@code buy * now}. A star never reaches beyond a word.
 *
 * @param anchorWord which word the anchor stands in
 * @param anchor the longest piece without star and space, which must be there
 */
record Glob(String[] words, int anchorWord, String anchor) {
  /** Longer runs of letters are no words. */
  static final int LONGEST_WORD = 256;

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern STARS = Pattern.compile(String.valueOf(Entry.Phrase.STAR));

  /** A stretch of a folded text. */
  record Span(int begin, int end) {}

  static Glob of(String pattern) {
    var words = SPACE.split(pattern);
    var anchor = "";
    int anchorWord = 0;
    for (int i = 0; i < words.length; i++) {
      for (var piece : STARS.split(words[i])) {
        if (piece.length() > anchor.length()) {
          anchor = piece;
          anchorWord = i;
        }
      }
    }
    return new Glob(words, anchorWord, anchor);
  }

  /** Where the phrase stands whose anchor was found at a place; null if nothing but the anchor stands there. */
  @Nullable
  Span match(CharSequence text, int anchorBegin) {
    int begin = wordBegin(text, anchorBegin);
    for (int i = 0; i < anchorWord; i++) {
      if (begin <= 0) {
        return null;
      }
      begin = wordBegin(text, begin - 1);
    }
    int at = begin;
    int end = begin;
    for (int i = 0; i < words.length; i++) {
      if (begin < 0 || at > text.length()) {
        return null;
      }
      end = wordEnd(text, at);
      if (end < 0 || !matches(words[i], text, at, end)) {
        return null;
      }
      at = end + 1;
    }
    return new Span(begin, end);
  }

  /** -1 where it is too far. */
  private static int wordBegin(CharSequence text, int at) {
    int begin = at;
    while (begin > 0 && text.charAt(begin - 1) != ' ') {
      begin--;
      if (at - begin > LONGEST_WORD) {
        return -1;
      }
    }
    return begin;
  }

  private static int wordEnd(CharSequence text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != ' ') {
      end++;
      if (end - at > LONGEST_WORD) {
        return -1;
      }
    }
    return end;
  }

  /** Each star takes as little as it can and then more: linear in the word for each piece. */
  private static boolean matches(String glob, CharSequence text, int begin, int end) {
    int at = begin;
    int next = 0;
    int star = -1;
    int resume = begin;
    while (at < end) {
      if (next < glob.length() && glob.charAt(next) == Entry.Phrase.STAR) {
        star = next++;
        resume = at;
      } else if (next < glob.length() && glob.charAt(next) == text.charAt(at)) {
        next++;
        at++;
      } else if (star >= 0) {
        next = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (next < glob.length() && glob.charAt(next) == Entry.Phrase.STAR) {
      next++;
    }
    return next == glob.length();
  }
}
