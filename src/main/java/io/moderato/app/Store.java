package io.moderato.app;

import com.mongodb.ConnectionString;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.mongo.Mongo;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** The server that is set, or the embedded one; from here on nobody knows which. */
record Store(Mongo mongo, @Nullable EmbeddedServer embedded) implements AutoCloseable {
  static Store open(Vertx vertx, Settings settings) {
    var uri = settings.mongodb();
    if (uri != null) {
      return new Store(Mongo.open(vertx, uri), null);
    }
    var embedded = EmbeddedServer.start(settings.dataDir());
    return new Store(
        Mongo.open(vertx, new ConnectionString(embedded.connectionString())), embedded);
  }

  /** Whether other processes may use it, too. */
  boolean isShared() {
    return embedded == null;
  }

  @Override
  public void close() {
    mongo.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
