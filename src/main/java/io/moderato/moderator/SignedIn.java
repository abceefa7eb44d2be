package io.moderato.moderator;

import static java.util.Objects.requireNonNull;

import io.moderato.page.Look;
import io.moderato.page.Messages;
import io.moderato.page.Shell;
import io.moderato.page.Shell.Viewer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who asks for a page.
 *
 * @param sessionId names the session and is no secret
 * @param csrfToken what each form and each request that changes something has to bring along
 */
public record SignedIn(Moderator moderator, String sessionId, String csrfToken) {
  private static final String KEY = "moderato.signedIn";

  /** Of any request; empty where no guard has let somebody in. */
  static Optional<SignedIn> find(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(KEY));
  }

  /** Of a request that {@link SessionGuard} has let in. */
  public static SignedIn of(RoutingContext ctx) {
    return requireNonNull(ctx.<SignedIn>get(KEY));
  }

  /**
   * What stands around a page of theirs, in the language they chose, or else their browser.
   *
   * @param place the entry of the navigation that it belongs to
   */
  public Shell shell(RoutingContext ctx, String place) {
    var preferences = moderator.preferences();
    var language = preferences.language();
    var words = language.isEmpty()
        ? Messages.accepted(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
        : Messages.in(language);
    var look = new Look(
        preferences.theme(),
        preferences.blur(),
        preferences.grey(),
        new JsonObject(new TreeMap<>(preferences.keys())).encode());
    var viewer = new Viewer(moderator.login(), moderator.name(), moderator.isAdmin());
    return new Shell(words, look, viewer, csrfToken, place);
  }

  void enter(RoutingContext ctx) {
    ctx.put(KEY, this);
  }

  @Override
  public String toString() {
    return "SignedIn[" + moderator.login() + "]";
  }
}
