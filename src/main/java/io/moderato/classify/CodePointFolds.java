package io.moderato.classify;

import com.ibm.icu.text.Normalizer2;

/**
 * What a single code point folds to: Unicode's NFKC_Casefold (UAX 31), which drops what is invisible by default, then without
 * the marks that only decorate, and Latin letters with strokes, hooks and other shapes as the plain letter they look like.
 * Letters of other scripts keep their script. Answers are computed once and kept; thread-safe, because strings are immutable
 * and computing one twice does no harm.
 */
final class CodePointFolds {
  /** What stands for a character that can't be read: a lone surrogate, or a private one. */
  private static final String UNREADABLE = "\uFFFD";

  /** So that a text can't grow much: a few Arabic signs stand for whole sentences, and stay as they are. */
  private static final int LONGEST = 4;

  private static final int PLANES_KEPT = 2;
  private static final String[] FOLDS = new String[PLANES_KEPT << 16];

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();

  private CodePointFolds() {}

  /** The folded form, at most four code units; empty for what a reader does not see. */
  static String of(int codePoint) {
    if (codePoint >= FOLDS.length) {
      return beyondEmoji(codePoint);
    }
    String fold = FOLDS[codePoint];
    if (fold == null) {
      fold = compute(codePoint);
      FOLDS[codePoint] = fold;
    }
    return fold;
  }

  /** Rare ideographs stay; tags and other invisible ones go. */
  private static String beyondEmoji(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_LETTER -> Character.toString(codePoint);
      case Character.PRIVATE_USE, Character.UNASSIGNED -> UNREADABLE;
      default -> "";
    };
  }

  private static String compute(int codePoint) {
    int letter = squaredLetter(codePoint);
    if (letter > 0) {
      return Character.toString(letter);
    }
    switch (Character.getType(codePoint)) {
      case Character.SURROGATE, Character.PRIVATE_USE -> {
        return UNREADABLE;
      }
      case Character.CONTROL -> {
        return Character.isWhitespace(codePoint) ? " " : "";
      }
      default -> {
        if (isSkinTone(codePoint)) {
          return "";
        }
      }
    }
    String plain = plain(CASEFOLD.normalize(Character.toString(codePoint)));
    return plain.length() <= LONGEST ? plain : Character.toString(codePoint);
  }

  private static String plain(String folded) {
    var bare = new StringBuilder();
    DECOMPOSE
        .normalize(folded)
        .codePoints()
        .filter(c -> !decorates(c))
        .forEach(c -> bare.append(latin(c)));
    return COMPOSE.normalize(bare);
  }

  private static String latin(int codePoint) {
    if (codePoint == 0x2018 || codePoint == 0x2019 || codePoint == 0x02BC) {
      return "'";
    }
    boolean foreign =
        codePoint < 128 || Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.LATIN;
    char alike = foreign ? 0 : LookAlikes.of(codePoint);
    return alike == 0 ? Character.toString(codePoint) : String.valueOf(alike);
  }

  /** Marks above, below and through letters of any script, Arabic and Hebrew vowel points; not the vowel signs of India. */
  private static boolean decorates(int mark) {
    return (mark >= 0x0300 && mark <= 0x036F)
        || (mark >= 0x0483 && mark <= 0x0489)
        || (mark >= 0x0591 && mark <= 0x05C7)
        || (mark >= 0x064B && mark <= 0x065F)
        || mark == 0x0670
        || (mark >= 0x1AB0 && mark <= 0x1AFF)
        || (mark >= 0x1DC0 && mark <= 0x1DFF)
        || (mark >= 0x20D0 && mark <= 0x20FF)
        || (mark >= 0xFE20 && mark <= 0xFE2F);
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  /** Letters in black circles and squares, which Unicode gives no decomposition; 0 for anything else. */
  private static int squaredLetter(int codePoint) {
    if (codePoint >= 0x1F150 && codePoint <= 0x1F169) {
      return 'a' + codePoint - 0x1F150;
    }
    return codePoint >= 0x1F170 && codePoint <= 0x1F189 ? 'a' + codePoint - 0x1F170 : 0;
  }
}
