package io.moderato.learning;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In memory. */
final class FakeLearningRepository implements LearningRepository {
  private final Map<SiteId, Learning> learning = new ConcurrentHashMap<>();
  private final Map<SiteId, Lease> leases = new ConcurrentHashMap<>();
  private final Clock clock;

  FakeLearningRepository(Clock clock) {
    this.clock = clock;
  }

  private record Lease(String owner, Instant until) {}

  @Override
  public Future<Optional<Learning>> find(SiteId site) {
    return Future.succeededFuture(Optional.ofNullable(learning.get(site)));
  }

  @Override
  public Future<Optional<Serving>> serving(SiteId site) {
    return find(site)
        .map(found -> found.flatMap(known -> Optional.ofNullable(known.models().champion())
            .map(champion -> new Serving(champion.number(), known.models().mayReject()))));
  }

  @Override
  public Future<Boolean> replace(SiteId site, Learning next) {
    var before = learning.get(site);
    var revision = before == null ? 0 : before.revision();
    if (revision != next.revision() - 1) {
      return Future.succeededFuture(false);
    }
    learning.put(site, next);
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Boolean> lease(SiteId site, String owner, Duration time) {
    var now = clock.instant();
    var free = new Lease(owner, now.plus(time));
    var held = leases.merge(
        site,
        free,
        (before, wanted) ->
            before.owner().equals(owner) || !before.until().isAfter(now) ? wanted : before);
    return Future.succeededFuture(held.equals(free));
  }

  @Override
  public Future<Void> release(SiteId site, String owner) {
    leases.computeIfPresent(site, (same, lease) -> lease.owner().equals(owner) ? null : lease);
    return Future.succeededFuture();
  }
}
