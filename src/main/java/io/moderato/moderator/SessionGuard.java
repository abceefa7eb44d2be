package io.moderato.moderator;

import io.moderato.http.DoorLimits;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.PublicAddress;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who is signed in, and of what changes something only what comes from a page of ours: it must bring the session's token,
 * as the header {@code X-CSRF-Token} or the form's field {@code csrf}.
 */
public final class SessionGuard {
  /** A request's token; and in a refusal, the one that would do: a page that outlived its session can go on with it. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final String CSRF_FIELD = "csrf";

  private final Sessions sessions;
  private final SessionCookie cookie;

  public SessionGuard(Sessions sessions, PublicAddress address) {
    this.sessions = sessions;
    this.cookie = SessionCookie.ofSession(address);
  }

  /** To be called first: the route's next handler finds {@link SignedIn}, and a form's fields read. */
  public Route guard(Route route, DoorLimits limits) {
    limits.bounded(route);
    limits.admitting(route, this::admit);
    limits.withBody(route);
    return route.handler(SessionGuard::requireOwnPage).failureHandler(ProblemPages::answer);
  }

  /** For admins alone. */
  public Route guardAdmins(Route route, DoorLimits limits) {
    return guard(route, limits).handler(SessionGuard::requireAdmin);
  }

  private Future<Void> admit(RoutingContext ctx) {
    ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return signedIn(ctx).compose(found -> {
      found.ifPresent(signedIn -> signedIn.enter(ctx));
      return found.isPresent()
          ? Future.succeededFuture()
          : Future.failedFuture(new SessionOverException());
    });
  }

  /** Who asks; empty where nobody is signed in. */
  Future<Optional<SignedIn>> signedIn(RoutingContext ctx) {
    return cookie.read(ctx).map(sessions::resume).orElse(Future.succeededFuture(Optional.empty()));
  }

  private static void requireOwnPage(RoutingContext ctx) {
    var method = ctx.request().method();
    var expected = SignedIn.of(ctx).csrfToken();
    if (method.equals(HttpMethod.GET) || isEqual(expected, sentToken(ctx))) {
      ctx.next();
    } else {
      ctx.response().putHeader(CSRF_HEADER, expected);
      throw new ProblemException(Problem.of(
          ProblemType.FORGED_REQUEST,
          "This page is from before you signed in. Reload it, then try again."));
    }
  }

  private static @Nullable String sentToken(RoutingContext ctx) {
    var header = ctx.request().getHeader(CSRF_HEADER);
    return header == null ? ctx.request().getFormAttribute(CSRF_FIELD) : header;
  }

  static boolean isEqual(String expected, @Nullable String sent) {
    return sent != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireAdmin(RoutingContext ctx) {
    if (!SignedIn.of(ctx).moderator().isAdmin()) {
      throw new ProblemException(Problem.of(ProblemType.ADMINS_ONLY, "This is for admins alone."));
    }
    ctx.next();
  }
}
