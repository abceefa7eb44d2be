package io.moderato.webhook;

import static java.util.Comparator.comparing;

import io.moderato.site.SiteId;
import io.moderato.webhook.Delivery.State;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps deliveries in memory. */
final class FakeDeliveryRepository implements DeliveryRepository {
  private final Map<String, Delivery> deliveries = new ConcurrentSkipListMap<>();
  private final Map<String, String> owners = new HashMap<>();

  @Override
  public Future<Boolean> addIfNew(Delivery delivery) {
    return answer(deliveries.putIfAbsent(delivery.id(), delivery) == null);
  }

  @Override
  public Future<List<String>> lanes(String after, int limit) {
    return answer(waiting()
        .map(Delivery::lane)
        .filter(lane -> lane.compareTo(after) > 0)
        .distinct()
        .sorted()
        .limit(limit)
        .toList());
  }

  @Override
  public Future<List<Delivery>> due(String lane, Instant now, int limit) {
    return answer(waiting()
        .filter(each -> each.lane().equals(lane) && !each.dueAt().isAfter(now))
        .sorted(comparing(Delivery::dueAt))
        .limit(limit)
        .toList());
  }

  @Override
  public synchronized Future<Optional<Delivery>> claim(
      Delivery due, String owner, Instant leaseEnd) {
    var stored = deliveries.get(due.id());
    if (stored == null || stored.state() != State.WAITING || !stored.dueAt().equals(due.dueAt())) {
      return answer(Optional.empty());
    }
    var claimed = stored.claimed(leaseEnd);
    deliveries.put(due.id(), claimed);
    owners.put(due.id(), owner);
    return answer(Optional.of(claimed));
  }

  @Override
  public synchronized Future<Boolean> settle(Delivery claimed, String owner, Delivery next) {
    var mine =
        claimed.equals(deliveries.get(claimed.id())) && owner.equals(owners.get(claimed.id()));
    if (mine) {
      deliveries.put(next.id(), next);
      owners.remove(next.id());
    }
    return answer(mine);
  }

  @Override
  public Future<Optional<Delivery>> before(Delivery delivery) {
    return answer(ofComment(delivery)
        .filter(each -> each.version() < delivery.version())
        .max(comparing(Delivery::version)));
  }

  @Override
  public Future<Void> wakeNext(Delivery done, Instant now) {
    ofComment(done)
        .filter(each -> each.version() > done.version())
        .min(comparing(Delivery::version))
        .filter(next -> next.dueAt().isAfter(now) && !owners.containsKey(next.id()))
        .ifPresent(next -> deliveries.put(next.id(), next.again(now, next.status(), next.error())));
    return Future.succeededFuture();
  }

  private Stream<Delivery> ofComment(Delivery delivery) {
    return waiting()
        .filter(each ->
            each.lane().equals(delivery.lane()) && each.comment().equals(delivery.comment()));
  }

  @Override
  public Future<Optional<Delivery>> find(SiteId site, String webhook, String id) {
    return answer(Optional.ofNullable(deliveries.get(id))
        .filter(found -> found.lane().equals(Delivery.lane(site, webhook))));
  }

  @Override
  public Future<List<Delivery>> page(
      SiteId site, String webhook, @Nullable State state, @Nullable String after, int limit) {
    return answer(deliveries.values().stream()
        .filter(each -> each.lane().equals(Delivery.lane(site, webhook)))
        .filter(each -> state == null || each.state() == state)
        .filter(each -> after == null || each.id().compareTo(after) < 0)
        .sorted(comparing(Delivery::id, Comparator.reverseOrder()))
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Boolean> revive(Delivery done, Delivery next) {
    return answer(deliveries.replace(done.id(), done, next));
  }

  @Override
  public Future<Integer> eraseLane(String lane, int limit) {
    return erase(waiting().filter(each -> each.lane().equals(lane)), limit);
  }

  @Override
  public Future<Integer> eraseOf(SiteId site, Collection<String> comments) {
    return erase(
        deliveries.values().stream()
            .filter(each -> each.site().equals(site) && comments.contains(each.comment())),
        Integer.MAX_VALUE);
  }

  @Override
  public Future<Optional<Instant>> oldest() {
    return answer(waiting().map(Delivery::at).min(Comparator.naturalOrder()));
  }

  @Override
  public Future<Integer> waiting(int limit) {
    return answer((int) waiting().limit(limit).count());
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    return erase(
        deliveries.values().stream()
            .filter(each ->
                each.doneAt() != null && !each.doneAt().plus(Delivery.KEPT).isAfter(now)),
        limit);
  }

  private Future<Integer> erase(Stream<Delivery> erased, int limit) {
    var some = erased.limit(limit).toList();
    some.forEach(each -> deliveries.remove(each.id()));
    return answer(some.size());
  }

  private Stream<Delivery> waiting() {
    return deliveries.values().stream().filter(each -> each.state() == State.WAITING);
  }

  private static <T> Future<T> answer(T answer) {
    return Future.succeededFuture(answer);
  }
}
