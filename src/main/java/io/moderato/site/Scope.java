package io.moderato.site;

import java.util.Locale;

/** What a key allows. */
public enum Scope {
  SUBMIT,
  READ,
  FEEDBACK,
  REVIEW,
  ADMIN;

  /** @throws IllegalArgumentException for a word that is no scope */
  public static Scope of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
