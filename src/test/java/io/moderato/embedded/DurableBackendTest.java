package io.moderato.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DurableBackendTest {
  @TempDir
  private Path directory;

  private EmbeddedServer start() {
    return EmbeddedServer.start(new StoreFile(directory, FaultyFilePath.scheme()));
  }

  @Test
  void acknowledges_nothing_after_a_failed_sync_until_the_file_is_sound_again() {
    try (var server = start();
        var client = new Client(server);
        var writers = new Writers(comments(client), 8, 0, 200)) {
      await(() -> writers.acknowledged().size() > 200);

      FaultyFilePath.failSync = true;
      await(() -> writers.refused() > 20);
      int begunAfterwards = writers.nextId();
      await(() -> writers.nextId() > begunAfterwards + 200);
      int before = writers.acknowledged().size();

      assertThat(writers.acknowledged())
          .as("begun and acknowledged while nothing can be synced")
          .allMatch(id -> id < begunAfterwards);
      assertThat(writers.lastRefusal())
          .isInstanceOfSatisfying(
              MongoCommandException.class,
              refusal ->
                  assertThat(refusal.getErrorCode()).isEqualTo(StoreFailure.FILE_STREAM_FAILED));
      FaultyFilePath.failSync = false;
      await(() -> writers.acknowledged().size() > before + 200);
      writers.close();
      assertThat(stored(client)).containsAll(writers.acknowledged());
    }
  }

  @Test
  void only_who_asks_for_the_local_read_concern_sees_what_is_not_on_the_disk_yet()
      throws Exception {
    var held = new CountDownLatch(1);
    try (var server = start();
        var client = new Client(server);
        var other = new Client(server);
        AutoCloseable release = held::countDown) {
      var comments = comments(client);
      Client.one(comments.insertOne(new Document("_id", 1)));
      var local = other.collection("comments").withReadConcern(ReadConcern.LOCAL);
      Client.all(local.find()); // its connection stands, which would wait for the disk, too
      FaultyFilePath.syncs = held;

      var writing = Client.start(comments.insertOne(new Document("_id", 2)));
      await(() -> Client.all(local.find()).size() == 2);
      var reading = Client.start(other.collection("comments").find());

      assertThat(writing).isNotDone();
      assertThat(reading).isNotDone();
      held.countDown();
      assertThat(reading).succeedsWithin(Duration.ofSeconds(30)).asList().hasSize(2);
      assertThat(writing).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void serves_what_is_on_the_disk_while_it_can_not_write() {
    try (var server = start();
        var client = new Client(server)) {
      Client.one(comments(client).insertOne(new Document("_id", 1)));
      FaultyFilePath.failWrite = true;
      assertThat(refusal(client, 2)).isEqualTo(StoreFailure.FILE_STREAM_FAILED);

      var seen = new HashSet<Set<Integer>>();
      await(() -> seen.add(storedIfServed(client)) || seen.contains(Set.of(1)));

      assertThat(seen).isSubsetOf(Set.of(Set.of(1), Set.of(-1)));
      FaultyFilePath.failWrite = false;
      await(() -> refusal(client, 3) == 0);
      assertThat(stored(client)).contains(1, 3).doesNotContain(2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void has_everything_acknowledged_after_a_power_cut(long seed) {
    var random = new Random(seed);
    var acknowledged = new HashSet<Integer>();
    int nextId = 0;
    for (int cut = 0; cut < 3; cut++) {
      try (var server = start();
          var client = new Client(server)) {
        assertThat(stored(client)).as("seed %d, after cut %d", seed, cut).containsAll(acknowledged);
        assertIndexed(client, "seed %d, after cut %d".formatted(seed, cut));
        try (var writers = new Writers(comments(client), 8, nextId, 2000)) {
          int enough = 50 + random.nextInt(250);
          await(() -> writers.acknowledged().size() > enough);
          FaultyFilePath.cutPowerAfter(random.nextInt(20), random);
          await(FaultyFilePath::isPowerless);
          await(
              () -> writers.refused() > 0); // every acknowledgement from before the cut has arrived
          writers.close();
          acknowledged.addAll(writers.acknowledged());
          nextId = writers.nextId() + 1000;
        }
      }
    }

    try (var server = start();
        var client = new Client(server)) {
      assertThat(stored(client)).as("seed %d", seed).containsAll(acknowledged);
      assertIndexed(client, "seed " + seed);
    }
  }

  private static void assertIndexed(Client client, String when) {
    var comments = comments(client);
    for (int n = 0; n < 10; n++) {
      assertThat(Client.one(comments.countDocuments(new Document("n", n))))
          .as(when)
          .isEqualTo(Client.one(comments.countDocuments(
              new Document("$expr", new Document("$eq", java.util.List.of("$n", n))))));
    }
  }

  private static MongoCollection<Document> comments(Client client) {
    var comments = client.collection("comments");
    Client.one(comments.createIndex(new Document("n", 1)));
    return comments;
  }

  private static Set<Integer> stored(Client client) {
    return Client.all(client.collection("comments").find().projection(new Document("_id", 1)))
        .stream()
        .map(document -> document.getInteger("_id"))
        .collect(Collectors.toSet());
  }

  private static Set<Integer> storedIfServed(Client client) {
    try {
      return stored(client);
    } catch (MongoCommandException refused) {
      return Set.of(-1);
    }
  }

  /** The code of the error, 0 for an acknowledgement. */
  private static int refusal(Client client, int id) {
    try {
      Client.one(client.collection("comments").insertOne(new Document("_id", id)));
      return 0;
    } catch (MongoCommandException refused) {
      return refused.getErrorCode();
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      Thread.onSpinWait();
      try {
        Thread.sleep(2);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
