package io.moderato.http;

import io.moderato.site.KeySecret;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.Optional;

/**
 * Lets an operation's callers in, as its {@link Access} says. A foreign site is answered like an absent one, before scopes are
 * looked at, so that no key tells whether another's site exists.
 */
public final class SiteAuthentication {
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_KEY = 500;

  private final SiteDirectory sites;
  private final OperatorKey operatorKey;

  public SiteAuthentication(SiteDirectory sites, OperatorKey operatorKey) {
    this.sites = sites;
    this.operatorKey = operatorKey;
  }

  /** For an operation that is not open. The body waits unread until its sender is let in. */
  public PlatformHandler guarding(Operation operation) {
    return ctx -> {
      ctx.request().pause();
      admit(ctx, operation)
          .onComplete(done -> ctx.request().resume())
          .onSuccess(admitted -> ctx.next())
          .onFailure(ctx::fail);
    };
  }

  private Future<Void> admit(RoutingContext ctx, Operation operation) {
    var secret = secret(ctx);
    if (secret.isEmpty()) {
      return refused(ProblemType.UNAUTHORIZED, "Send a key: 'Authorization: Bearer <key>'.");
    }
    return operatorKey
        .matches(secret.get())
        .compose(isOperator ->
            isOperator ? admitOperator(ctx) : admitSite(ctx, operation, secret.get()));
  }

  private Future<Void> admitOperator(RoutingContext ctx) {
    var named = ctx.pathParam("site");
    if (named == null) {
      Requests.caller(ctx, "operator");
      return Future.succeededFuture();
    }
    return siteId(named)
        .map(sites::find)
        .orElse(Future.succeededFuture(Optional.empty()))
        .compose(site -> site.isPresent() ? enter(ctx, site.get(), "operator") : noSuchSite());
  }

  private Future<Void> admitSite(RoutingContext ctx, Operation operation, KeySecret secret) {
    return sites.findByKey(secret).compose(found -> {
      var key = found.flatMap(site -> site.keyWithHash(secret.hash()));
      if (key.isEmpty()) {
        return refused(ProblemType.UNAUTHORIZED, "The key is unknown or revoked.");
      }
      var site = found.get();
      var named = ctx.pathParam("site");
      if (named != null && !named.equals(site.id().value())) {
        return noSuchSite();
      }
      if (operation.access().kind() == Access.Kind.OPERATOR_KEY) {
        return refused(ProblemType.MISSING_SCOPE, "This is for the operator's admin key alone.");
      }
      var missing = operation.access().scopes().stream()
          .filter(scope -> !key.get().scopes().contains(scope))
          .findFirst();
      return missing.isPresent()
          ? refused(
              ProblemType.MISSING_SCOPE,
              "The key lacks the scope '%s'.".formatted(missing.get().word()))
          : enter(ctx, site, "key:" + key.get().id());
    });
  }

  private static Future<Void> enter(RoutingContext ctx, Site site, String caller) {
    Requests.site(ctx, site);
    Requests.caller(ctx, caller);
    return Future.succeededFuture();
  }

  private static Optional<KeySecret> secret(RoutingContext ctx) {
    var headers = ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    var header = headers.size() == 1 ? headers.get(0) : ""; // of two, none is to be trusted
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && header.length() <= LONGEST_KEY
        ? Optional.of(new KeySecret(header.substring(SCHEME.length()).strip()))
        : Optional.empty();
  }

  private static Optional<SiteId> siteId(String text) {
    try {
      return Optional.of(new SiteId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Future<Void> noSuchSite() {
    return refused(ProblemType.NOT_FOUND, "There is no such site, or the key is not its own.");
  }

  private static Future<Void> refused(ProblemType type, String detail) {
    return Future.failedFuture(new ProblemException(Problem.of(type, detail)));
  }
}
