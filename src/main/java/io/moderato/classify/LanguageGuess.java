package io.moderato.classify;

/**
 * Tells a text's language as cheaply as it can be told: by script, then by stop-words, then, for longer texts only, by
 * OpenNLP's language detector. "Unknown" is an answer.
 */
final class LanguageGuess {
  /** BCP 47's code for a language that could not be told. */
  static final String UNKNOWN = "und";

  /** Letters the detector needs: below it is right in about two of three cases only (own measurement, 20 comments). */
  private static final int FEWEST_LETTERS = 60;

  private LanguageGuess() {}

  /**
   * The language as a BCP 47 code; {@link #UNKNOWN}, or {@code und-} and the script's code, where it could not be told.
   *
   * @param read what the detector is shown, accents and all
   * @param text the same, folded, with its tokens hashed
   */
  static String of(ReadText read, FoldedText text) {
    String byScript = UNKNOWN;
    if (text.foreignLetters > text.plainLetters / 4) {
      byScript = Scripts.languageOf(text);
      if (!byScript.startsWith(UNKNOWN)) {
        return byScript;
      }
    }
    String byWords = StopWords.languageOf(text, read.seen());
    if (!byWords.equals(UNKNOWN)) {
      return byWords;
    }
    boolean longEnough = text.plainLetters + text.foreignLetters >= FEWEST_LETTERS;
    return longEnough ? LanguageDetection.languageOf(read.seen(), byScript) : byScript;
  }
}
