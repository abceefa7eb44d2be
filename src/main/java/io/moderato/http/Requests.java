package io.moderato.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.Site;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operation's method may take for granted of its request: it is authorised, and it keeps to the contract. */
public final class Requests {
  private static final String BODY = "moderato.body";
  private static final String SITE = "moderato.site";
  private static final String CALLER = "moderato.caller";

  private Requests() {}

  static void body(RoutingContext ctx, JsonNode body) {
    ctx.put(BODY, body);
  }

  static void site(RoutingContext ctx, Site site) {
    ctx.put(SITE, site);
  }

  static void caller(RoutingContext ctx, String caller) {
    ctx.put(CALLER, caller);
  }

  /** The valid body. */
  public static JsonNode body(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.<JsonNode>get(BODY));
  }

  /** The valid body, of an operation that may have none. */
  public static Optional<JsonNode> sentBody(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(BODY));
  }

  /** The site in the path, which the caller may use. */
  public static Site site(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.<Site>get(SITE));
  }

  /** Who asks: {@code operator}, or {@code key:} and the key's id. */
  public static String caller(RoutingContext ctx) {
    return Objects.requireNonNull(ctx.<String>get(CALLER));
  }

  public static String path(RoutingContext ctx, String name) {
    return Objects.requireNonNull(ctx.pathParam(name));
  }

  public static @Nullable String query(RoutingContext ctx, String name) {
    return ctx.queryParams().get(name);
  }

  public static boolean isNdjson(RoutingContext ctx) {
    var contentType = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return contentType != null
        && contentType.regionMatches(true, 0, RequestBody.NDJSON, 0, RequestBody.NDJSON.length());
  }
}
