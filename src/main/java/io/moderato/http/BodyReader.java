package io.moderato.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;

/** Reads a body into memory, up to a limit; a body that does not tell its length beforehand has a lower one. */
final class BodyReader implements PlatformHandler {
  /** For bodies without {@code Content-Length}. */
  private static final int MOST_UNANNOUNCED_BYTES = 1024 * 1024;

  private static final String BEGUN = "moderato.body.begun";

  private final int mostBytes;
  private final BodyHandler announced;
  private final BodyHandler unannounced;

  BodyReader(int mostBytes) {
    this.mostBytes = mostBytes;
    this.announced = BodyHandler.create(false).setBodyLimit(mostBytes);
    this.unannounced =
        BodyHandler.create(false).setBodyLimit(Math.min(mostBytes, MOST_UNANNOUNCED_BYTES));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var length = announcedLength(ctx.request());
    if (length > mostBytes) {
      throw new ProblemException(Problem.of(
          ProblemType.TOO_LARGE,
          "The body is larger than the %d bytes that this service takes.".formatted(mostBytes)));
    }
    ctx.put(BEGUN, true);
    (length < 0 ? unannounced : announced).handle(ctx);
  }

  /** Whether a body is being read and has not come to its end. */
  static boolean isReading(RoutingContext ctx) {
    return ctx.get(BEGUN, false) && !ctx.request().isEnded();
  }

  /** How many bytes the body may come to. */
  static long mostBytes(HttpServerRequest request) {
    var length = announcedLength(request);
    return length < 0 ? MOST_UNANNOUNCED_BYTES : length;
  }

  /** Negative where the request does not tell. */
  private static long announcedLength(HttpServerRequest request) {
    var header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return header == null ? -1 : Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      return -1; // the server has refused such a request before
    }
  }
}
