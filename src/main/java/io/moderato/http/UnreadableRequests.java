package io.moderato.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is no HTTP as RFC 9112 has it, or too long to be read, and closes its connection. */
final class UnreadableRequests implements Handler<HttpServerRequest> {
  @Override
  public void handle(HttpServerRequest request) {
    var connection = request.connection();
    Responses.problem(request.response().putHeader("Connection", "close"), problem(request))
        .onComplete(sent -> connection.close());
  }

  private static Problem problem(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return Problem.of(
          ProblemType.ADDRESS_TOO_LONG, "The address is longer than this service reads.");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return Problem.of(
          ProblemType.HEADERS_TOO_LARGE, "The headers are longer than this service reads.");
    }
    return Problem.of(
        ProblemType.INVALID_REQUEST,
        "The request line, a header or the framing of the body can't be read in one way only.");
  }
}
