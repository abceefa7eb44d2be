package io.moderato.mongo;

import com.mongodb.ConnectionString;
import io.moderato.embedded.EmbeddedServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated store for a test class, emptied before each test; gone without a trace afterwards. */
public final class TestStore implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  /** Why the tests on a real server are skipped where they are. */
  public static final String NO_SERVER = "set MONGODB_URI to run this on a real MongoDB as well";

  private static final Pattern URI =
      Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(?:\\?(.*))?");

  private final boolean isServer;
  private @Nullable Vertx vertx;
  private @Nullable EmbeddedServer embedded;
  private @Nullable Path folder;
  private @Nullable Mongo mongo;

  private TestStore(boolean isServer) {
    this.isServer = isServer;
  }

  /** The store that Moderato brings along, in a folder of its own. */
  public static TestStore embedded() {
    return new TestStore(false);
  }

  /** The server that {@code MONGODB_URI} names, with a database of this run's own. */
  public static TestStore server() {
    return new TestStore(true);
  }

  public Mongo mongo() {
    return Objects.requireNonNull(mongo);
  }

  public Vertx vertx() {
    return Objects.requireNonNull(vertx);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    vertx = Vertx.vertx();
    mongo = Mongo.open(vertx, new ConnectionString(isServer ? serverUri() : embeddedUri()));
    new Migration(mongo).run().await();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    for (var name : new String[] {
      "sites",
      "policies",
      "posts",
      "comments",
      "suggestions",
      "deliveries",
      "akismetUsage",
      "shadows",
      "learning",
      "models.files",
      "models.chunks",
      "claims",
      "standings",
      "audit",
      "moderators",
      "sessions",
      "signInFailures"
    }) {
      var collection = mongo().database().getCollection(name);
      mongo().publishers().done(collection.deleteMany(new Document())).await();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isServer) {
      mongo().publishers().done(mongo().database().drop()).await();
    }
    mongo().close();
    if (embedded != null) {
      embedded.close();
    }
    vertx().close().await();
    if (folder != null) {
      delete(folder);
    }
  }

  private String embeddedUri() throws IOException {
    folder = Files.createTempDirectory("moderato-store");
    embedded = EmbeddedServer.start(folder);
    return embedded.connectionString();
  }

  private static String serverUri() {
    var given = System.getenv("MONGODB_URI");
    var parts = URI.matcher(given);
    if (!parts.matches()) {
      throw new IllegalStateException("MONGODB_URI is no MongoDB connection string");
    }
    var options = parts.group(2) == null ? "" : "?" + parts.group(2);
    var credential = new ConnectionString(given).getCredential();
    if (credential != null && !options.contains("authSource=")) {
      options += (options.isEmpty() ? "?" : "&") + "authSource=" + credential.getSource();
    }
    var database =
        "moderato_test_%d_%x".formatted(ProcessHandle.current().pid(), System.nanoTime());
    return parts.group(1) + "/" + database + options;
  }

  private static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
