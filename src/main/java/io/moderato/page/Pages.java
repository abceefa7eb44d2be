package io.moderato.page;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** How pages and parts of pages are answered: never kept by a cache, and with nothing but this service's own scripts and styles. */
public final class Pages {
  /** Scripts and styles come from files alone, so that no text of a comment can become one. */
  public static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Pages() {}

  public static void answer(RoutingContext ctx, JteModel page) {
    answer(ctx, 200, page);
  }

  public static void answer(RoutingContext ctx, int status, JteModel page) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("Content-Security-Policy", CONTENT_POLICY)
        .putHeader("Referrer-Policy", "same-origin")
        .end(page.render());
  }
}
