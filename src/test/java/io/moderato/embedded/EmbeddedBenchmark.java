package io.moderato.embedded;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * Measures the embedded store; not a test. {@code java -Xmx256m -cp … EmbeddedBenchmark directory [documents]} fills a store
 * with single inserts, 32 in flight, and reads sorted pages from it.
 */
final class EmbeddedBenchmark {
  private static final int IN_FLIGHT = 32;

  private EmbeddedBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var directory = Path.of(arguments[0]);
    int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    try (var server = EmbeddedServer.start(directory);
        var client = new Client(server)) {
      var comments = client.collection("comments");
      Client.one(comments.createIndex(new Document("site", 1)
          .append("post", 1)
          .append("status", 1)
          .append("submittedAt", 1)
          .append("_id", 1)));
      Client.one(comments.createIndex(
          new Document("site", 1).append("status", 1).append("priority", -1).append("_id", 1)));
      insert(client, documents);
      pages(client);
    }
    long size = Files.size(directory.resolve("moderato.mv.db"));
    System.out.printf("file after closing: %,d KB%n", size / 1024);
    long start = System.nanoTime();
    EmbeddedServer.start(directory).close();
    System.out.printf("open and close: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
  }

  private static Document comment(int i) {
    return new Document("_id", "news/" + Integer.toHexString(i * 0x9E3779B9))
        .append("site", "news")
        .append("post", "p-" + i % 50)
        .append("status", i % 10 == 0 ? "held" : "approved")
        .append("submittedAt", new Date(1_800_000_000_000L + i * 1000L))
        .append("priority", i * 7919 % 1000 / 1000.0)
        .append("text", "word ".repeat(100));
  }

  private static void insert(Client client, int documents) throws InterruptedException {
    var room = new Semaphore(IN_FLIGHT);
    var failed = new AtomicInteger();
    long[] nanos = new long[documents];
    long start = System.nanoTime();
    long tenth = start;
    for (int i = 0; i < documents; i++) {
      room.acquire();
      int id = i;
      long sent = System.nanoTime();
      Client.start(client.collection("comments").insertOne(comment(i)))
          .whenComplete((done, failure) -> {
            nanos[id] = System.nanoTime() - sent;
            if (failure != null) {
              failed.incrementAndGet();
            }
            room.release();
          });
      if ((i + 1) % (documents / 10) == 0) {
        long now = System.nanoTime();
        System.out.printf("  %,d: %,.0f/s%n", i + 1, documents / 10 / ((now - tenth) / 1e9));
        tenth = now;
      }
    }
    room.acquire(IN_FLIGHT);
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    System.out.printf(
        "%,d inserts, %d in flight: %,.0f/s, p50 %.1f ms, p99 %.1f ms, failed %d%n",
        documents,
        IN_FLIGHT,
        documents / seconds,
        nanos[documents / 2] / 1e6,
        nanos[documents * 99 / 100] / 1e6,
        failed.get());
  }

  private static void pages(Client client) {
    var queue = client
        .collection("comments")
        .find(Filters.and(Filters.eq("site", "news"), Filters.eq("status", "held")))
        .sort(Sorts.orderBy(Sorts.descending("priority"), Sorts.ascending("_id")))
        .limit(50);
    var post = client
        .collection("comments")
        .find(Filters.and(
            Filters.eq("site", "news"),
            Filters.eq("post", "p-7"),
            Filters.eq("status", "approved"),
            Filters.gt("submittedAt", new Date(1_800_000_000_000L))))
        .sort(Sorts.descending("submittedAt", "_id"))
        .limit(50);
    for (var page : java.util.List.of(queue, post)) {
      for (int i = 0; i < 300; i++) {
        Client.all(page);
      }
      long start = System.nanoTime();
      for (int i = 0; i < 1000; i++) {
        Client.all(page);
      }
      System.out.printf("page of 50: %.2f ms%n", (System.nanoTime() - start) / 1e9);
    }
  }
}
