package io.moderato.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.mongo.StoreUnavailableException;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Finds sites by id or key without asking the store each time. What is known is asked for again after {@link #FRESH}; while the
 * store is down, what was known stands, so that calls that need no store go on.
 */
public final class SiteDirectory {
  /** How long a change made by another process may go unnoticed here. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  private static final long MOST_ENTRIES = 10_000;

  private final SiteRepository sites;
  private final Clock clock;
  private final Cache<SiteId, Known> byId =
      Caffeine.newBuilder().maximumSize(MOST_ENTRIES).build();
  private final Cache<String, Known> byKeyHash =
      Caffeine.newBuilder().maximumSize(MOST_ENTRIES).build();

  private final AtomicLong changes = new AtomicLong();

  public SiteDirectory(SiteRepository sites, Clock clock) {
    this.sites = sites;
    this.clock = clock;
  }

  public Future<Optional<Site>> find(SiteId id) {
    return known(byId, id, () -> sites.find(id));
  }

  /** The site that the key belongs to; empty for a key that is unknown or revoked. */
  public Future<Optional<Site>> findByKey(KeySecret secret) {
    var hash = secret.hash();
    return known(byKeyHash, hash, () -> sites.findByKeyHash(hash));
  }

  /** To be called after a change of any site by this process. What was asked before and is answered later is not kept either. */
  public void forget() {
    changes.incrementAndGet();
    byId.invalidateAll();
    byKeyHash.invalidateAll();
  }

  private <K> Future<Optional<Site>> known(
      Cache<K, Known> cache, K key, Supplier<Future<Optional<Site>>> asked) {
    var known = cache.getIfPresent(key);
    var now = clock.instant();
    if (known != null && known.asked().plus(FRESH).isAfter(now)) {
      return Future.succeededFuture(known.site());
    }
    var changesBefore = changes.get();
    return asked
        .get()
        .compose(
            site -> Future.succeededFuture(keep(cache, key, site, changesBefore)),
            failure -> known != null
                    && known.site().isPresent()
                    && failure instanceof StoreUnavailableException
                ? Future.succeededFuture(keep(cache, key, known.site(), changesBefore))
                : Future.failedFuture(failure));
  }

  private <K> Optional<Site> keep(
      Cache<K, Known> cache, K key, Optional<Site> site, long changesBefore) {
    cache.put(key, new Known(site, clock.instant()));
    if (changes.get() != changesBefore) {
      cache.invalidate(key);
    }
    return site;
  }

  private record Known(Optional<Site> site, Instant asked) {}
}
