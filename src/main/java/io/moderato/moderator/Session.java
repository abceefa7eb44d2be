package io.moderato.moderator;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id the token's hash
 * @param generation of the account when its holder proved to be it; the session is over where the account has come to another one
 * @param browser as it calls itself, shortened
 * @param seenAt to the minute
 */
public record Session(
    String id,
    String login,
    int generation,
    String browser,
    Instant createdAt,
    Instant seenAt,
    Instant endsAt) {
  private static final int LONGEST_BROWSER = 200;

  public Session {
    if (browser.length() > LONGEST_BROWSER) {
      browser = browser.substring(0, LONGEST_BROWSER);
    }
  }

  boolean isOf(Moderator moderator) {
    return login.equals(moderator.login()) && generation == moderator.generation();
  }
}
