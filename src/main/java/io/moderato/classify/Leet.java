package io.moderato.classify;

/**
 * Digits and signs that stand for letters: v1agra, a$$, sh!t. Only inside words: a number, a price, "4chan", "mp3" and "@name"
 * stay what they are.
 */
final class Leet {
  private static final char[] LETTERS = letters();

  private Leet() {}

  /** Replaces them, and tells how many words were changed. */
  static int unmask(MappedText text) {
    int changed = 0;
    int done = 0;
    for (int at = suspect(text, 0); at < text.length; at = suspect(text, done)) {
      int begin = at;
      while (begin > done && isPart(text, begin - 1)) {
        begin--;
      }
      int letters = 0;
      int digits = 0;
      int signs = 0;
      int end = begin;
      for (; end < text.length; end++) {
        byte kind = CharKind.at(text, end);
        if (kind == CharKind.LETTER) {
          letters++;
        } else if (kind == CharKind.DIGIT) {
          digits++;
        } else if (isSign(text.chars[end])) {
          signs++;
        } else {
          break;
        }
      }
      if (letters > 0 && digits + signs > 0 && digits <= letters && unmask(text, begin, end)) {
        changed++;
      }
      done = end;
    }
    return changed;
  }

  /** Where the next digit or sign is, from a place on; the text's length if there is none. */
  private static int suspect(MappedText text, int from) {
    int at = from;
    while (at < text.length && CharKind.at(text, at) != CharKind.DIGIT && !isSign(text.chars[at])) {
      at++;
    }
    return at;
  }

  private static boolean isPart(MappedText text, int index) {
    byte kind = CharKind.at(text, index);
    return kind == CharKind.LETTER || kind == CharKind.DIGIT || isSign(text.chars[index]);
  }

  private static boolean unmask(MappedText text, int begin, int end) {
    int first = begin;
    while (CharKind.at(text, first) != CharKind.LETTER) {
      first++;
    }
    int last = end - 1;
    while (CharKind.at(text, last) != CharKind.LETTER) {
      last--;
    }
    boolean changed = false;
    for (int i = Math.max(first - 1, begin); i < end && (i <= last || text.chars[i] == '$'); i++) {
      if (standsForLetter(text, i, first, last, end)) {
        text.chars[i] = LETTERS[text.chars[i]];
        changed = true;
      }
    }
    return changed;
  }

  private static boolean standsForLetter(MappedText text, int index, int first, int last, int end) {
    char unit = text.chars[index];
    if (unit >= LETTERS.length || LETTERS[unit] == 0) {
      return false;
    }
    boolean inside = index > first && index < last;
    return switch (unit) {
      case '$' -> inside || (index < first ? last > first : !digitAt(text, end - 1));
      case '!' -> inside && index - first <= 2 && text.chars[index + 1] != '!';
      default -> inside;
    };
  }

  private static boolean digitAt(MappedText text, int index) {
    return CharKind.at(text, index) == CharKind.DIGIT;
  }

  private static boolean isSign(char unit) {
    return unit == '@' || unit == '$' || unit == '!' || unit == '*';
  }

  private static char[] letters() {
    char[] letters = new char[128];
    letters['0'] = 'o';
    letters['1'] = 'i';
    letters['3'] = 'e';
    letters['4'] = 'a';
    letters['5'] = 's';
    letters['7'] = 't';
    letters['@'] = 'a';
    letters['$'] = 's';
    letters['!'] = 'i';
    return letters;
  }
}
