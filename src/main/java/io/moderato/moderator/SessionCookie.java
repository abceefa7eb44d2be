package io.moderato.moderator;

import io.moderato.http.PublicAddress;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cookie that holds a token. Over a secure connection its name begins with {@code __Host-}, so that no other host and no plain connection can set it. */
final class SessionCookie {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String name;
  private final PublicAddress address;

  private SessionCookie(String name, PublicAddress address) {
    this.name = name;
    this.address = address;
  }

  /** Of who is signed in. */
  static SessionCookie ofSession(PublicAddress address) {
    return new SessionCookie("moderato_session", address);
  }

  /** Of who is about to sign in. */
  static SessionCookie ofSignIn(PublicAddress address) {
    return new SessionCookie("moderato_signin", address);
  }

  /** Of who is at a provider of OpenID Connect. */
  static SessionCookie ofProvider(PublicAddress address) {
    return new SessionCookie("moderato_openid", address);
  }

  Optional<SessionToken> read(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(name(ctx)))
        .map(Cookie::getValue)
        .filter(value -> TOKEN.matcher(value).matches())
        .map(SessionToken::new);
  }

  void set(RoutingContext ctx, SessionToken token) {
    ctx.response().addCookie(cookie(ctx, token.text()));
  }

  void set(RoutingContext ctx, SessionToken token, Duration age) {
    ctx.response().addCookie(cookie(ctx, token.text()).setMaxAge(age.toSeconds()));
  }

  void remove(RoutingContext ctx) {
    ctx.response().addCookie(cookie(ctx, "").setMaxAge(0));
  }

  private Cookie cookie(RoutingContext ctx, String value) {
    return Cookie.cookie(name(ctx), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(address.isSecure(ctx.request()));
  }

  private String name(RoutingContext ctx) {
    return address.isSecure(ctx.request()) ? "__Host-" + name : name;
  }
}
