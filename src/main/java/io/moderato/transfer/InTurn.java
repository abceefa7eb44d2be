package io.moderato.transfer;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Does one thing after the other. */
final class InTurn {
  private InTurn() {}

  static <T> Future<Void> each(List<T> values, Function<T, Future<Void>> action) {
    Future<Void> done = Future.succeededFuture();
    for (var value : values) {
      done = done.compose(before -> action.apply(value));
    }
    return done;
  }
}
