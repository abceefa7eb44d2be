package io.moderato.review;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells everybody who listens what happens in the queue, in this process and in others. For any thread. */
public final class ReviewEvents {
  /** Ends when it is closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private record Listener(Context context, Consumer<ReviewEvent> consumer) {}

  private final Vertx vertx;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

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

  public void tell(ReviewEvent event) {
    listeners.forEach(
        listener -> listener.context().runOnContext(now -> listener.consumer().accept(event)));
  }
}
