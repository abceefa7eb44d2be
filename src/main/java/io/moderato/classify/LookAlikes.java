package io.moderato.classify;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/**
 * Letters that look like a letter from a to z, by Unicode's table of confusable characters (UTS 39), in either case: in small
 * type a Cyrillic H-shaped letter passes for an h. What is ASCII looks like itself only, although UTS 39 says that 1 looks
 * like l and m like rn.
 */
final class LookAlikes {
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

  /** Small capitals, which UTS 39 mostly leaves alone, and the letters they stand for. */
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";

  private static final String THEIR_LETTERS = "abcdefghijklmnopqrstuvwyz";

  private static final char UNKNOWN = 0;
  private static final char NONE = 1;
  private static final char[] KNOWN = new char[1 << 16];

  private LookAlikes() {}

  /** The letter from a to z that a folded letter beyond ASCII looks like, or 0. */
  static char of(int letter) {
    if (letter >= KNOWN.length) {
      return 0;
    }
    char known = KNOWN[letter];
    if (known == UNKNOWN) {
      known = compute(letter);
      KNOWN[letter] = known; // racing threads write the same
    }
    return known == NONE ? 0 : known;
  }

  /**
   * Replaces look-alikes in words that mix them with plain letters. Words all of look-alikes are replaced only in a text that
   * is otherwise written in plain letters: "сор" is a Russian word among Russian words.
   *
   * @param plainText whether letters from a to z prevail in the text
   * @return how many words were changed
   */
  static int unmask(MappedText text, boolean plainText) {
    int changed = 0;
    int begin = 0;
    while (begin < text.length) {
      int end = begin;
      boolean plain = false;
      boolean alike = false;
      boolean foreign = false;
      while (end < text.length && CharKind.at(text, end) == CharKind.LETTER) {
        char unit = text.chars[end];
        boolean ascii = unit < 128;
        plain |= ascii;
        boolean looks = !ascii && of(unit) > 0;
        alike |= looks;
        foreign |= !ascii && !looks;
        end++;
      }
      if (alike && (plain || (!foreign && plainText))) {
        replace(text, begin, end);
        changed++;
      }
      begin = end + 1;
    }
    return changed;
  }

  private static void replace(MappedText text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      char alike = text.chars[i] < 128 ? 0 : of(text.chars[i]);
      if (alike > 0) {
        text.chars[i] = alike;
      }
    }
  }

  private static char compute(int letter) {
    int small = SMALL_CAPITALS.indexOf(letter);
    if (small >= 0) {
      return THEIR_LETTERS.charAt(small);
    }
    if (!Character.isLetter(letter)) {
      return NONE;
    }
    char alike = shape(Character.toString(letter));
    return alike == NONE ? shape(Character.toString(Character.toUpperCase(letter))) : alike;
  }

  private static char shape(String letter) {
    String shape = DECOMPOSE.normalize(CHECKER.getSkeleton(letter));
    int bare = (int) shape
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .count();
    String lower = shape.toLowerCase(Locale.ROOT);
    if (lower.startsWith("rn") && bare == 2) {
      return 'm';
    }
    char first = lower.isEmpty() ? NONE : lower.charAt(0);
    return bare == 1 && first >= 'a' && first <= 'z' ? first : NONE;
  }
}
