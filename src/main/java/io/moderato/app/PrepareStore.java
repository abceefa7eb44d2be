package io.moderato.app;

import io.moderato.mongo.Migration;
import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a store to where the service can use it: indexes, and an operator's key. Goes on trying while the store is down. */
final class PrepareStore {
  private static final Logger LOG = LoggerFactory.getLogger(PrepareStore.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Migration migration;
  private final AdminKey adminKey;

  PrepareStore(Vertx vertx, Migration migration, AdminKey adminKey) {
    this.vertx = vertx;
    this.migration = migration;
    this.adminKey = adminKey;
  }

  /** Completes with the operator's key if it was made just now. */
  Future<Optional<KeySecret>> run() {
    return migration.run().compose(done -> adminKey.makeIfNone()).recover(failure -> {
      LOG.atWarn().addKeyValue("reason", failure.getMessage()).log("store not ready, trying again");
      return vertx.timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS).compose(passed -> run());
    });
  }
}
