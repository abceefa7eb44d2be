package io.moderato.moderator;

import io.moderato.site.KeySecret;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a browser shows to be let in: 256 random bits, of which the store knows the hash alone.
 *
 * @param text 43 characters of base64url
 */
record SessionToken(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static SessionToken random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Names the session in the store and on pages. */
  String sessionId() {
    return new KeySecret(text).hash();
  }

  /**
   * Another secret for one purpose, which neither gives the token away nor can be had without it: so the store need not keep it.
   *
   * @return 64 hexadecimal digits
   */
  String derived(String purpose) {
    return new KeySecret(purpose + " " + text).hash();
  }

  /** What forms have to bring along. */
  String csrfToken() {
    return derived("csrf");
  }

  @Override
  public String toString() {
    return "SessionToken[hidden]";
  }
}
