package io.moderato.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;

/** The forms in which answers leave. */
public final class Responses {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private Responses() {}

  public static void json(RoutingContext ctx, int status, JsonObject body) {
    json(ctx, status, body.encode());
  }

  /** @param body encoded JSON of any kind */
  public static void json(RoutingContext ctx, int status, String body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .end(body);
  }

  /** Answers a list in the form that the request came in: a JSON array, or one object a line. */
  public static void many(RoutingContext ctx, List<JsonObject> items) {
    if (Requests.isNdjson(ctx)) {
      var lines =
          items.stream().map(JsonObject::encode).collect(Collectors.joining("\n", "", "\n"));
      text(ctx, RequestBody.NDJSON, lines);
    } else {
      json(
          ctx,
          200,
          items.stream().map(JsonObject::encode).collect(Collectors.joining(",", "[", "]")));
    }
  }

  public static void text(RoutingContext ctx, String mediaType, String body) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(body);
  }

  public static void noContent(RoutingContext ctx) {
    ctx.response().setStatusCode(204).end();
  }

  public static void problem(RoutingContext ctx, Problem problem) {
    problem(ctx.response(), problem);
  }

  /** Completes when the answer is sent. */
  static Future<Void> problem(HttpServerResponse response, Problem problem) {
    response.setStatusCode(problem.type().status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (problem.retryAfter() != null) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER,
          Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
    }
    if (problem.type() == ProblemType.UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    return response.end(problem.toJson().encode());
  }
}
