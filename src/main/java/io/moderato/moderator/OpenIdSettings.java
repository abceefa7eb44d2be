package io.moderato.moderator;

import java.net.URI;

/**
 * A provider of OpenID Connect that people may sign in with.
 *
 * @param issuer below which its discovery document stands
 * @param loginClaim which of its claims is the login of an account
 * @param name what the button that leads there says
 * @param create whether whom it knows, and no account, gets one
 */
public record OpenIdSettings(
    URI issuer,
    String clientId,
    String clientSecret,
    String loginClaim,
    String name,
    boolean create) {
  @Override
  public String toString() {
    return "OpenIdSettings[%s]".formatted(issuer);
  }
}
