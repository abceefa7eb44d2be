package io.moderato.moderator;

import io.moderato.moderator.IdToken.Expected;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect, by the authorization code flow with state, nonce and PKCE (RFC 7636), all three derived from one secret in a
 * cookie of the browser. It is looked up when first needed, so that its outage keeps nobody from starting.
 */
public final class OpenIdProvider {
  private static final int CONNECT_MS = 5000;
  private static final int IDLE_SECONDS = 10;

  private final Vertx vertx;
  private final OpenIdSettings settings;
  private final String redirectUri;
  private final Clock clock;
  private final AtomicReference<@Nullable OAuth2Auth> found = new AtomicReference<>();

  /** @param redirectUri where the provider sends people back to */
  public OpenIdProvider(Vertx vertx, OpenIdSettings settings, String redirectUri, Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.clock = clock;
  }

  /** Where to send somebody to. */
  Future<String> authorizeUrl(SessionToken secret, String state) {
    return provider()
        .map(provider -> provider.authorizeURL(new OAuth2AuthorizationURL()
            .setRedirectUri(redirectUri)
            .setScopes(List.of("openid", "profile", "email"))
            .setState(state)
            .setCodeChallenge(challenge(verifier(secret)))
            .setCodeChallengeMethod("S256")
            .putAdditionalParameter("nonce", nonce(secret))));
  }

  /** Fails with {@link RefusedSignInException} where the provider's answer is not for this sign-in. */
  Future<IdToken> token(SessionToken secret, String code) {
    var credentials = new Oauth2Credentials()
        .setFlow(OAuth2FlowType.AUTH_CODE)
        .setCode(code)
        .setRedirectUri(redirectUri)
        .setCodeVerifier(verifier(secret));
    return provider()
        .compose(provider -> provider
            .jWKSet() // each time, since providers change their keys
            .compose(known -> provider.authenticate(credentials)))
        .compose(user -> checked(user, secret));
  }

  private Future<IdToken> checked(User user, SessionToken secret) {
    JsonObject claims = user.attributes().getJsonObject("idToken");
    if (claims == null) {
      return Future.failedFuture(new RefusedSignInException("no token, or not signed by its key"));
    }
    var token = new IdToken(claims);
    var expected = new Expected(settings.issuer().toString(), settings.clientId(), nonce(secret));
    return token
        .mistake(expected, clock.instant())
        .<Future<IdToken>>map(
            mistake -> Future.failedFuture(new RefusedSignInException("a token " + mistake)))
        .orElseGet(() -> Future.succeededFuture(token));
  }

  private Future<OAuth2Auth> provider() {
    var known = found.get();
    return known != null
        ? Future.succeededFuture(known)
        : OpenIDConnectAuth.discover(vertx, options()).onSuccess(found::set);
  }

  private OAuth2Options options() {
    return new OAuth2Options()
        .setSite(settings.issuer().toString())
        .setClientId(settings.clientId())
        .setClientSecret(settings.clientSecret())
        .setHttpClientOptions(new HttpClientOptions()
            .setConnectTimeout(CONNECT_MS)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS));
  }

  private static String nonce(SessionToken secret) {
    return secret.derived("nonce");
  }

  private static String verifier(SessionToken secret) {
    return secret.derived("verifier");
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
