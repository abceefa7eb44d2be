package io.moderato.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import io.moderato.app.Application;
import io.moderato.app.Settings;
import io.moderato.app.Settings.HttpSettings;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.app.Settings.SignalSettings;
import io.moderato.embedded.EmbeddedServer;
import io.moderato.http.Contract;
import io.moderato.http.PublicAddress;
import io.moderato.mongo.Mongo;
import io.moderato.webhook.AllowedNetworks;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The service with the shipped models on a free port, and beside it a window into its store, which only tests have. */
final class RunningService implements AutoCloseable {
  static final String OPERATOR_KEY = "operator-key-of-the-tests";

  /** So that each visitor can have an address of their own. */
  private static final SignInSettings BEHIND_A_PROXY =
      new SignInSettings(new PublicAddress(null, 1), Duration.ofHours(8), Duration.ofDays(7), null);

  private static final AtomicInteger SITES = new AtomicInteger();

  private final Path folder;
  private final Vertx vertx;
  private final EmbeddedServer server;
  private final Mongo store;
  private final Application application;
  private final PublishedContract contract;

  private RunningService(Path folder, SignInSettings signIn) {
    this.folder = folder;
    this.vertx = Vertx.vertx();
    this.server = EmbeddedServer.start(folder);
    var uri = new ConnectionString(server.connectionString());
    this.store = Mongo.open(vertx, uri);
    this.application = Application.start(settings(folder, uri, signIn));
    application.prepared().await();
    this.contract = new PublishedContract(Contract.load().yaml());
  }

  static RunningService start() {
    return start(BEHIND_A_PROXY);
  }

  static RunningService start(SignInSettings signIn) {
    try {
      return new RunningService(Files.createTempDirectory("moderato-service"), signIn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Settings settings(Path folder, ConnectionString mongodb) {
    return settings(folder, mongodb, BEHIND_A_PROXY);
  }

  private static Settings settings(Path folder, ConnectionString mongodb, SignInSettings signIn) {
    return new Settings(
        new HttpSettings("127.0.0.1", 0, 8 * 1024 * 1024, 1000),
        folder,
        Path.of("models"),
        mongodb,
        OPERATOR_KEY,
        2,
        AllowedNetworks.of("127.0.0.1"),
        new SignalSettings(Duration.ofSeconds(5), 100_000, Duration.ofDays(7)),
        signIn,
        "text");
  }

  int port() {
    return application.port();
  }

  /** A second process, as far as anybody can tell, on the same store. */
  Application another() {
    var uri = new ConnectionString(server.connectionString());
    var another = Application.start(settings(folder, uri));
    another.prepared().await();
    return another;
  }

  PublishedContract contract() {
    return contract;
  }

  Caller operator() {
    return anyone().withKey(OPERATOR_KEY);
  }

  Caller anyone() {
    return new Caller(URI.create("http://127.0.0.1:" + port()), contract, null);
  }

  /** A site that no other test knows. */
  TestSite newSite() {
    return newSite(Json.object());
  }

  /** @param settings fields of {@code NewSite} beside id and name */
  TestSite newSite(JsonNode settings) {
    var id = "site-" + SITES.incrementAndGet();
    var body = Json.object("id", id, "name", "Site of a test");
    settings.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
    var created = operator().post("/v1/sites", body).expect(201).json();
    return new TestSite(
        this, id, anyone().withKey(created.path("key").path("key").asText()));
  }

  /** The documents of a collection as they are stored. */
  List<Document> stored(String collection, Bson filter) {
    return store
        .publishers()
        .all(store.database().getCollection(collection).find(filter).limit(10_000))
        .await();
  }

  /** All that is stored of a site, by collection and id, and how many sites there are; equal if nothing was stored in between. */
  Map<String, String> everythingOf(String site) {
    var everything = new TreeMap<String, String>();
    var sites = stored("sites", new Document());
    everything.put("sites", Integer.toString(sites.size()));
    sites.stream()
        .filter(document -> site.equals(document.get("_id")))
        .forEach(document -> everything.put("site", document.toJson()));
    List.of("posts", "comments", "suggestions", "deliveries")
        .forEach(collection -> stored(collection, new Document("site", site))
            .forEach(document ->
                everything.put(collection + " " + document.get("_id"), document.toJson())));
    return everything;
  }

  Mongo store() {
    return store;
  }

  @Override
  public void close() {
    application.close();
    store.close();
    server.close();
    vertx.close().await();
    erase(folder);
  }

  static void erase(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
