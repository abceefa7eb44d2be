package io.moderato.signals;

import java.util.Locale;

/** What a moderator has said of an author, whatever the author's record. */
public enum Standing {
  /** Nothing. */
  NONE,
  TRUSTED,
  BLOCKED;

  /** @throws IllegalArgumentException for a word that is no standing */
  public static Standing of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
