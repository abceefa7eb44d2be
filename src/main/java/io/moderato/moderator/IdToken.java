package io.moderato.moderator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a provider of OpenID Connect says of somebody; its signature has been checked.
 *
 * @param claims as in OpenID Connect Core 1.0, 5.1
 */
record IdToken(JsonObject claims) {
  /** Clocks may differ so much. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  private static final int LONGEST_NAME = 100;

  /** For whom a token must be made to count, OpenID Connect Core 1.0, 3.1.3.7. */
  record Expected(String issuer, String clientId, String nonce) {}

  /** Empty where it is fine; else what is wrong with it, for the log. */
  Optional<String> mistake(Expected expected, Instant now) {
    if (!expected.issuer().equals(claims.getValue("iss"))) {
      return Optional.of("of another issuer");
    }
    if (!isFor(expected.clientId())) {
      return Optional.of("for another service");
    }
    if (!SessionGuard.isEqual(expected.nonce(), text("nonce").orElse(null))) {
      return Optional.of("of another sign-in");
    }
    var end = time("exp");
    if (end.isEmpty() || !end.get().plus(LEEWAY).isAfter(now)) {
      return Optional.of("expired");
    }
    var made = time("iat");
    if (made.isEmpty() || made.get().minus(LEEWAY).isAfter(now)) {
      return Optional.of("of the future");
    }
    return text("sub").isEmpty() ? Optional.of("of nobody") : Optional.empty();
  }

  private boolean isFor(String clientId) {
    var audience = claims.getValue("aud");
    var isAlone = clientId.equals(audience)
        || audience instanceof JsonArray many && many.size() == 1 && many.contains(clientId);
    var isAuthorized = audience instanceof JsonArray many
        && many.contains(clientId)
        && clientId.equals(claims.getValue("azp"));
    return isAlone && (!claims.containsKey("azp") || clientId.equals(claims.getValue("azp")))
        || isAuthorized;
  }

  /** The login of the account that the claim names; empty where it names none. An e-mail address counts if the provider has verified it. */
  Optional<String> login(String claim) {
    if (claim.equals("email") && !Boolean.TRUE.equals(claims.getValue("email_verified"))) {
      return Optional.empty();
    }
    return text(claim).map(text -> text.toLowerCase(Locale.ROOT)).filter(Moderator::isLogin);
  }

  /** As others see it. */
  Optional<String> name() {
    return text("name")
        .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(name -> !name.isBlank())
        .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())));
  }

  private Optional<String> text(String claim) {
    return claims.getValue(claim) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<Instant> time(String claim) {
    return claims.getValue(claim) instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }
}
