package io.moderato.embedded;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Writes from several threads until it is closed, and remembers what was acknowledged. */
final class Writers implements AutoCloseable {
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicReference<@Nullable MongoException> lastRefusal = new AtomicReference<>();
  private final AtomicInteger ids;
  private final List<Thread> threads = new ArrayList<>();
  private final MongoCollection<Document> collection;
  private final String text;
  private volatile boolean closed;

  Writers(MongoCollection<Document> collection, int count, int firstId, int textLength) {
    this.collection = collection;
    this.ids = new AtomicInteger(firstId);
    this.text = "x".repeat(textLength);
    for (int i = 0; i < count; i++) {
      var thread = new Thread(this::write, "writer-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void write() {
    while (!closed) {
      int id = ids.getAndIncrement();
      try {
        Client.one(collection.insertOne(
            new Document("_id", id).append("n", id % 10).append("text", text)));
        acknowledged.add(id);
      } catch (MongoException refusal) {
        lastRefusal.set(refusal);
        refused.incrementAndGet();
        pause();
      } catch (IllegalStateException gone) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  Set<Integer> acknowledged() {
    return acknowledged;
  }

  int refused() {
    return refused.get();
  }

  @Nullable
  MongoException lastRefusal() {
    return lastRefusal.get();
  }

  int nextId() {
    return ids.get();
  }

  @Override
  public void close() {
    closed = true;
    for (var thread : threads) {
      try {
        thread.join(20_000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
