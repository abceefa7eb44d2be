package io.moderato.classify;

import static java.util.Map.entry;

import java.util.Map;

/** Tells a language by its script, where one language alone is commonly written in it, or has letters of its own. */
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
      entry(Character.UnicodeScript.DEVANAGARI, "und-Deva"));

  /** Letters that Persian, Urdu, Pashto and Kurdish have and Arabic lacks: a few of them may be names or dialect. */
  private static final String NOT_ARABIC = "پچژگکیٹڈڑںےہھۆێڤ";

  private static final int ARABIC_FOR_EACH = 30;

  /** Letters that Russian has and Ukrainian, Serbian, Bulgarian and Macedonian lack. */
  private static final String RUSSIAN = "ыэё";

  private static final String UKRAINIAN = "іїєґ";

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
    var script = Character.UnicodeScript.values()[most];
    return switch (script) {
      case ARABIC ->
        count(NOT_ARABIC, text, end) * ARABIC_FOR_EACH < letters[most] ? "ar" : "und-Arab";
      case CYRILLIC -> cyrillic(text, end);
      default -> LANGUAGES.getOrDefault(script, LanguageGuess.UNKNOWN);
    };
  }

  private static String cyrillic(FoldedText text, int end) {
    int russian = count(RUSSIAN, text, end);
    int ukrainian = count(UKRAINIAN, text, end);
    return russian > ukrainian ? "ru" : ukrainian > russian ? "uk" : "und-Cyrl";
  }

  private static int count(String letters, FoldedText text, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      count += letters.indexOf(text.text.chars[i]) >= 0 ? 1 : 0;
    }
    return count;
  }
}
