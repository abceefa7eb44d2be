package io.moderato.classify;

import static java.util.Map.entry;

import java.util.Map;

/** Tells a language by its script, where one language alone is commonly written in it. */
final class Scripts {
  private static final int MOST_LETTERS = 1000;

  /** Codes of ISO 15924 behind "und-" where several languages share a script. */
  private static final Map<Character.UnicodeScript, String> LANGUAGES = Map.ofEntries(
      entry(Character.UnicodeScript.HAN, "zh"),
      entry(Character.UnicodeScript.HIRAGANA, "ja"),
      entry(Character.UnicodeScript.KATAKANA, "ja"),
      entry(Character.UnicodeScript.HANGUL, "ko"),
      entry(Character.UnicodeScript.THAI, "th"),
      entry(Character.UnicodeScript.LAO, "lo"),
      entry(Character.UnicodeScript.KHMER, "km"),
      entry(Character.UnicodeScript.MYANMAR, "my"),
      entry(Character.UnicodeScript.GREEK, "el"),
      entry(Character.UnicodeScript.HEBREW, "he"),
      entry(Character.UnicodeScript.ARMENIAN, "hy"),
      entry(Character.UnicodeScript.GEORGIAN, "ka"),
      entry(Character.UnicodeScript.TAMIL, "ta"),
      entry(Character.UnicodeScript.TELUGU, "te"),
      entry(Character.UnicodeScript.KANNADA, "kn"),
      entry(Character.UnicodeScript.MALAYALAM, "ml"),
      entry(Character.UnicodeScript.GUJARATI, "gu"),
      entry(Character.UnicodeScript.GURMUKHI, "pa"),
      entry(Character.UnicodeScript.SINHALA, "si"),
      entry(Character.UnicodeScript.BENGALI, "und-Beng"),
      entry(Character.UnicodeScript.DEVANAGARI, "und-Deva"),
      entry(Character.UnicodeScript.CYRILLIC, "und-Cyrl"),
      entry(Character.UnicodeScript.ARABIC, "und-Arab"));

  private Scripts() {}

  /** The language of the script that prevails; any kana among ideographs makes them Japanese. */
  static String languageOf(FoldedText text) {
    int[] letters = new int[Character.UnicodeScript.values().length];
    int end = Math.min(text.text.length, MOST_LETTERS);
    for (int i = 0; i < end; i++) {
      if (CharKind.at(text.text, i) == CharKind.LETTER) {
        letters[Character.UnicodeScript.of(text.text.chars[i]).ordinal()]++;
      }
    }
    if (letters[Character.UnicodeScript.HIRAGANA.ordinal()] > 0) {
      letters[Character.UnicodeScript.HIRAGANA.ordinal()] +=
          letters[Character.UnicodeScript.HAN.ordinal()];
    }
    int most = Character.UnicodeScript.COMMON.ordinal();
    for (int script = 0; script < letters.length; script++) {
      most = letters[script] > letters[most] ? script : most;
    }
    return LANGUAGES.getOrDefault(Character.UnicodeScript.values()[most], LanguageGuess.UNKNOWN);
  }
}
