package io.moderato.moderator;

import java.util.Locale;

/** What a moderator may do. */
public enum Role {
  /** Reviews the comments of the sites that the account names. */
  MODERATOR,
  /** Reviews the comments of all sites, and changes accounts. */
  ADMIN;

  /** @throws IllegalArgumentException for a word that is no role */
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
