package io.moderato.webhook;

import io.moderato.site.SiteId;
import io.moderato.webhook.Delivery.State;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps deliveries. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface DeliveryRepository {
  /** False if there is one of that id, in whatever state; it is then left as it is. */
  Future<Boolean> addIfNew(Delivery delivery);

  /** Lanes in which something waits, due or not, in their order from behind {@code after}; at most so many. */
  Future<List<String>> lanes(String after, int limit);

  /** What is due in a lane, the one that has waited longest first. */
  Future<List<Delivery>> due(String lane, Instant now, int limit);

  /**
   * Has a delivery to oneself until the lease ends; counts the attempt.
   *
   * @param due as it was found; empty if it has changed since
   * @param owner who claims it
   */
  Future<Optional<Delivery>> claim(Delivery due, String owner, Instant leaseEnd);

  /** Stores what became of a claimed delivery; false if the lease has ended and somebody else has it. */
  Future<Boolean> settle(Delivery claimed, String owner, Delivery next);

  /** What has to arrive before this one: the nearest earlier one of the same comment in the same lane that still waits. */
  Future<Optional<Delivery>> before(Delivery delivery);

  /** Has the next one of the same comment in the same lane tried at once, unless somebody has claimed it or there is none. */
  Future<Void> wakeNext(Delivery done, Instant now);

  Future<Optional<Delivery>> find(SiteId site, String webhook, String id);

  /**
   * Of one webhook, the newest first.
   *
   * @param state null for all
   * @param after the id that the page before ended with; null for the first page
   */
  Future<List<Delivery>> page(
      SiteId site, String webhook, @Nullable State state, @Nullable String after, int limit);

  /** Stores {@code next} in place of one that is done; false if it is not done any more. */
  Future<Boolean> revive(Delivery done, Delivery next);

  /** Erases what is waiting in a lane, at most so many; completes with how many. */
  Future<Integer> eraseLane(String lane, int limit);

  /** Erases what tells of these comments, on its way or done; completes with how many. */
  Future<Integer> eraseOf(SiteId site, Collection<String> comments);

  /** When the oldest of those that wait came; empty if none waits. */
  Future<Optional<Instant>> oldest();

  /** How many wait, counted up to the limit. */
  Future<Integer> waiting(int limit);

  /** Erases at most so many that expired by then; completes with how many. */
  Future<Integer> purgeExpired(Instant now, int limit);
}
