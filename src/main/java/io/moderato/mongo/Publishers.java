package io.moderato.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The one bridge from the driver to Vert.x: it subscribes, collects, and completes on the caller's own context. Queries must
 * carry a limit, since everything is collected.
 */
public final class Publishers {
  private static final int DUPLICATE_KEY = 11000;

  /**
   * HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, PrimarySteppedDown, ExceededTimeLimit, SocketException,
   * NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, FileStreamFailed,
   * MaxTimeMSExpired, OutOfDiskSpace: the server's error codes that say "not now" rather than "not like this".
   */
  private static final Set<Integer> OUTAGE_CODES =
      Set.of(6, 7, 39, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 50, 14031);

  private final Vertx vertx;

  public Publishers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** All that the publisher has to say. */
  public <T> Future<List<T>> all(Publisher<T> publisher) {
    var collected = new Collected<T>();
    publisher.subscribe(collected);
    return Future.fromCompletionStage(collected.result, vertx.getOrCreateContext())
        .recover(failure -> Future.failedFuture(translated(failure)));
  }

  /** The first, or empty. */
  public <T> Future<Optional<T>> first(Publisher<T> publisher) {
    return all(publisher).map(list -> list.stream().findFirst());
  }

  /** Completes when the publisher does. */
  public <T> Future<Void> done(Publisher<T> publisher) {
    return all(publisher).mapEmpty();
  }

  /** False where the write would have repeated a unique key; the failure otherwise. */
  public <T> Future<Boolean> unlessDuplicate(Publisher<T> write) {
    return all(write)
        .map(true)
        .recover(failure ->
            isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
  }

  /** One item, for what the driver wants to be handed as a publisher. */
  public static <T> Publisher<T> just(T item) {
    return subscriber -> subscriber.onSubscribe(new Subscription() {
      private boolean done;

      @Override
      public void request(long count) {
        if (!done) {
          done = true;
          subscriber.onNext(item);
          subscriber.onComplete();
        }
      }

      @Override
      public void cancel() {
        done = true;
      }
    });
  }

  private static boolean isDuplicateKey(Throwable failure) {
    return failure instanceof MongoWriteException write
            && write.getError().getCode() == DUPLICATE_KEY
        || failure instanceof MongoException mongo && mongo.getCode() == DUPLICATE_KEY;
  }

  private static Throwable translated(Throwable failure) {
    return isOutage(failure) ? new StoreUnavailableException(failure) : failure;
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof MongoTimeoutException
        || failure instanceof MongoSocketException
        || failure instanceof MongoServerException server && OUTAGE_CODES.contains(server.getCode())
        || failure instanceof MongoWriteConcernException
        || failure instanceof MongoConnectionPoolClearedException
        || failure instanceof MongoServerUnavailableException
        || failure
            instanceof MongoSecurityException // also a connection that broke while signing in
        || failure instanceof IllegalStateException; // the client is closed
  }

  private static final class Collected<T> implements Subscriber<T> {
    private final List<T> items = new ArrayList<>();
    private final CompletableFuture<List<T>> result = new CompletableFuture<>();

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
  }
}
