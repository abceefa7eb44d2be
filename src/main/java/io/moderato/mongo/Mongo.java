package io.moderato.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The one client of the process. Writes are acknowledged by the majority and journaled; an operation that gets no answer in time
 * fails with {@link StoreUnavailableException}, and the client mends itself once the server is back.
 */
public final class Mongo implements AutoCloseable {
  private static final String DEFAULT_DATABASE = "moderato";

  private final MongoClient client;
  private final MongoDatabase database;
  private final Publishers publishers;
  private final Reachability reachability;

  private Mongo(
      MongoClient client,
      MongoDatabase database,
      Publishers publishers,
      Reachability reachability) {
    this.client = client;
    this.database = database;
    this.publishers = publishers;
    this.reachability = reachability;
  }

  /** Does not wait for the server. The database is the one that the URI names, else {@code moderato}. */
  public static Mongo open(Vertx vertx, ConnectionString uri) {
    var reachability = new Reachability();
    var settings = MongoClientSettings.builder()
        .applicationName("moderato")
        .applyConnectionString(uri)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(5, TimeUnit.SECONDS))
        .retryWrites(uri.getRetryWritesValue() != null && uri.getRetryWritesValue())
        .applyToClusterSettings(cluster -> cluster
            .serverSelectionTimeout(1500, TimeUnit.MILLISECONDS)
            .addClusterListener(reachability))
        .applyToServerSettings(server -> server
            .heartbeatFrequency(2, TimeUnit.SECONDS)
            .minHeartbeatFrequency(250, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(socket ->
            socket.connectTimeout(1500, TimeUnit.MILLISECONDS).readTimeout(6, TimeUnit.SECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(64).maxWaitTime(3, TimeUnit.SECONDS))
        .build();
    var client = MongoClients.create(settings);
    var name = Optional.ofNullable(uri.getDatabase()).orElse(DEFAULT_DATABASE);
    return new Mongo(client, client.getDatabase(name), new Publishers(vertx), reachability);
  }

  public MongoDatabase database() {
    return database;
  }

  public Publishers publishers() {
    return publishers;
  }

  /** Whether the server answered when it was last looked at, at most some seconds ago. */
  public boolean isReachable() {
    return reachability.reachable;
  }

  /** Completes when the server answers now. */
  public Future<Void> ping() {
    return publishers.done(database.runCommand(new Document("ping", 1)));
  }

  @Override
  public void close() {
    client.close();
  }

  private static final class Reachability implements ClusterListener {
    private volatile boolean reachable;

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
      reachable = event.getNewDescription().getServerDescriptions().stream()
          .anyMatch(server -> server.isOk());
    }
  }
}
