package io.moderato.classify;

import java.util.List;
import java.util.Locale;

/**
 * What is known of a text's language before it is read.
 *
 * @param languages BCP 47 codes, the likeliest first
 * @param stated whether the text is in one of them for sure; else they only help where the text itself doesn't tell
 */
public record LanguageHint(List<String> languages, boolean stated) {
  /** Nothing is known. */
  public static final LanguageHint NONE = new LanguageHint(List.of(), false);

  public LanguageHint {
    languages = languages.stream().map(LanguageHint::primary).distinct().toList();
  }

  /** Languages that such texts are in, most of the time. */
  public static LanguageHint expecting(List<String> languages) {
    return languages.isEmpty() ? NONE : new LanguageHint(languages, false);
  }

  /** Who sends the text says that it is in one of them. */
  public static LanguageHint stating(List<String> languages) {
    return languages.isEmpty() ? NONE : new LanguageHint(languages, true);
  }

  private static String primary(String language) {
    return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }
}
