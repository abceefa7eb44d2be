package io.moderato.comment;

import java.util.Locale;

/** How a comment's text is marked up. */
public enum TextFormat {
  TEXT,
  HTML,
  MARKDOWN;

  /** @throws IllegalArgumentException for a word that is no format */
  public static TextFormat of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
