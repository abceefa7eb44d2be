package io.moderato.moderation;

import java.util.Locale;

/** Why people are asked to look at a comment that the policy approved. */
public enum Draw {
  /** By lot, whatever it is: what they reject of these is an honest sample of what slips through. */
  RANDOM,
  /** Its scores leave in doubt what it is, so that an answer teaches much. */
  UNCERTAIN,
  /** Its words are new to what the site's own model learnt from, so that an answer tells of what was never decided on. */
  UNFAMILIAR;

  /** @throws IllegalArgumentException for a word that is none of these */
  public static Draw of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
