package io.moderato.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;

/** An answer that is written piece by piece, no faster than it is read. */
public final class StreamedAnswer {
  private StreamedAnswer() {}

  /** Completes when there is room for more; fails when nobody reads it any longer. */
  public static Future<Void> write(HttpServerResponse response, String text) {
    if (response.closed()) {
      return Future.failedFuture("nobody reads it");
    }
    if (!text.isEmpty()) {
      response.write(text);
    }
    if (!response.writeQueueFull()) {
      return Future.succeededFuture();
    }
    var drained = Promise.<Void>promise();
    response.exceptionHandler(drained::tryFail);
    response.closeHandler(closed -> drained.tryFail("nobody reads it"));
    response.drainHandler(ready -> drained.tryComplete());
    return drained.future();
  }
}
