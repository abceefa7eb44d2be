package io.moderato.wordlist;

/** Where words begin and end in a folded text: at its spaces, and beside every character of a script that is written without. */
final class Boundaries {
  private Boundaries() {}

  /** Whether a word may begin or end between a code unit and the one before it. */
  static boolean at(String folded, int index) {
    if (index == 0 || index == folded.length()) {
      return true;
    }
    char before = folded.charAt(index - 1);
    char behind = folded.charAt(index);
    return before == ' ' || behind == ' ' || isUnspaced(before) || isUnspaced(behind);
  }

  /** The first place behind {@code begin} where a word may end. */
  static int after(String folded, int begin) {
    int end = begin + 1;
    while (!at(folded, end)) {
      end++;
    }
    return end;
  }

  /** Thai, Lao, Burmese, Khmer, kana, ideographs, those beyond the basic plane and emoji among them. */
  static boolean isUnspaced(char unit) {
    return unit >= 0x0E00
        && (unit <= 0x0EFF
            || (unit >= 0x1000 && unit <= 0x109F)
            || (unit >= 0x1780 && unit <= 0x17FF)
            || (unit >= 0x2E80 && unit <= 0x9FFF)
            || (unit >= 0xF900 && unit <= 0xFAFF)
            || Character.isSurrogate(unit));
  }
}
