package io.moderato.embedded;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The real driver, waited for. */
final class Client implements AutoCloseable {
  private final MongoClient client;

  Client(EmbeddedServer server) {
    this(server.connectionString());
  }

  Client(String connectionString) {
    client = MongoClients.create(connectionString);
  }

  MongoDatabase database() {
    return client.getDatabase("moderato");
  }

  MongoCollection<Document> collection(String name) {
    return database().getCollection(name);
  }

  static <T> CompletableFuture<List<T>> start(Publisher<T> publisher) {
    var result = new CompletableFuture<List<T>>();
    var items = new ArrayList<T>();
    publisher.subscribe(new Subscriber<T>() {
      @Override
      public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(T item) {
        items.add(item);
      }

      @Override
      public void onError(Throwable failure) {
        result.completeExceptionally(failure);
      }

      @Override
      public void onComplete() {
        result.complete(items);
      }
    });
    return result;
  }

  static <T> List<T> all(Publisher<T> publisher) {
    try {
      return start(publisher).get(30, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException | TimeoutException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The only item; where there is none, a null that fails the test that did not expect it. */
  @SuppressWarnings("NullAway")
  static <T> T one(Publisher<T> publisher) {
    var items = all(publisher);
    return items.isEmpty() ? null : items.get(0);
  }

  @Override
  public void close() {
    client.close();
  }
}
