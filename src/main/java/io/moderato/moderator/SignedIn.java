package io.moderato.moderator;

import static java.util.Objects.requireNonNull;

import io.vertx.ext.web.RoutingContext;

/**
 * Who asks for a page.
 *
 * @param sessionId names the session and is no secret
 * @param csrfToken what each form and each request that changes something has to bring along
 */
public record SignedIn(Moderator moderator, String sessionId, String csrfToken) {
  private static final String KEY = "moderato.signedIn";

  /** Of a request that {@link SessionGuard} has let in. */
  public static SignedIn of(RoutingContext ctx) {
    return requireNonNull(ctx.<SignedIn>get(KEY));
  }

  void enter(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  @Override
  public String toString() {
    return "SignedIn[" + moderator.login() + "]";
  }
}
