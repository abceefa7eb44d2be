package io.moderato.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells everybody who listens what happens in the queue, in this process and in others, each event once. For any thread. */
public final class ReviewEvents {
  /** Ends when it is closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private record Listener(Context context, Consumer<ReviewEvent> consumer) {}

  private final Vertx vertx;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Cache<Object, Boolean> told = Caffeine.newBuilder()
      .maximumSize(20_000)
      .expireAfterWrite(Duration.ofMinutes(1))
      .build();

  public ReviewEvents(Vertx vertx) {
    this.vertx = vertx;
  }

  /** @param consumer of all sites' events, called on the context of who listens */
  public Listening listen(Consumer<ReviewEvent> consumer) {
    var listener = new Listener(vertx.getOrCreateContext(), consumer);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** What happened to the comment at that time may have been told before, when it was done here. */
  public void tell(ReviewEvent event) {
    if (told.asMap().putIfAbsent(event.moment(), true) == null) {
      listeners.forEach(
          listener -> listener.context().runOnContext(now -> listener.consumer().accept(event)));
    }
  }
}
