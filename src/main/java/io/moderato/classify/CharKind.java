package io.moderato.classify;

/** What a folded code unit is to a tokeniser. Bytes rather than an enum: they are looked up for every code unit. */
final class CharKind {
  /** Ends a word and is no token: white space and plain punctuation. */
  static final byte GAP = 0;

  static final byte LETTER = 1;
  static final byte DIGIT = 2;

  /** A token of its own. */
  static final byte SYMBOL = 3;

  /** Stands for a bare link; no text can hold it, because {@link CodePointFolds} drops private characters. */
  static final byte LINK = 4;

  /** The one character of kind {@link #LINK}. */
  static final char LINK_CHAR = '\uE000';

  private static final String ASCII_SYMBOLS = "!?$%&*#@+=<>|^~";
  private static final byte[] ASCII = ascii();

  private CharKind() {}

  /** The kind of one code unit of a folded text; of a pair of surrogates, that of the pair. */
  static byte at(MappedText text, int index) {
    char unit = text.chars[index];
    return unit < ASCII.length ? ASCII[unit] : beyondAscii(text, index, unit);
  }

  private static byte beyondAscii(MappedText text, int index, char unit) {
    if (unit == LINK_CHAR) {
      return LINK;
    }
    int codePoint = unit;
    if (Character.isHighSurrogate(unit) && index + 1 < text.length) {
      codePoint = Character.toCodePoint(unit, text.chars[index + 1]);
    } else if (Character.isLowSurrogate(unit) && index > 0) {
      codePoint = Character.toCodePoint(text.chars[index - 1], unit);
    }
    return of(codePoint);
  }

  private static byte of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character
              .NON_SPACING_MARK, // those that are left belong to a script: vowel signs and the like
          Character.COMBINING_SPACING_MARK -> LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> DIGIT;
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL -> SYMBOL;
      default -> GAP;
    };
  }

  private static byte[] ascii() {
    byte[] kinds = new byte[128];
    for (char c = 0; c < kinds.length; c++) {
      if (ASCII_SYMBOLS.indexOf(c) >= 0) {
        kinds[c] = SYMBOL;
      } else if (Character.isLetter(c)) {
        kinds[c] = LETTER;
      } else if (Character.isDigit(c)) {
        kinds[c] = DIGIT;
      }
    }
    return kinds;
  }
}
