package io.moderato.app;

import io.moderato.mongo.Migration;
import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a store to where the service can use it: indexes, and an operator's key. Goes on trying while the store is down. */
final class PrepareStore {
  private static final Logger LOG = LoggerFactory.getLogger(PrepareStore.class);

  private final Vertx vertx;
  private final Supplier<Future<Optional<KeySecret>>> prepare;
  private final Duration pause;

  PrepareStore(Vertx vertx, Migration migration, AdminKey adminKey) {
    this(
        vertx, () -> migration.run().compose(done -> adminKey.makeIfNone()), Duration.ofSeconds(2));
  }

  /** @param pause between two tries */
  PrepareStore(Vertx vertx, Supplier<Future<Optional<KeySecret>>> prepare, Duration pause) {
    this.vertx = vertx;
    this.prepare = prepare;
    this.pause = pause;
  }

  /** Completes with the operator's key if it was made just now. */
  Future<Optional<KeySecret>> run() {
    var prepared = Promise.<Optional<KeySecret>>promise();
    attempt(prepared);
    return prepared.future();
  }

  /** Not a chain of futures, which would grow with every try and be too long to unwind after hours. */
  private void attempt(Promise<Optional<KeySecret>> prepared) {
    prepare.get().onSuccess(prepared::complete).onFailure(failure -> {
      LOG.atWarn().addKeyValue("reason", failure.getMessage()).log("store not ready, trying again");
      vertx.setTimer(pause.toMillis(), passed -> attempt(prepared));
    });
  }
}
