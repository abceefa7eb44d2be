package io.moderato.site;

import com.mongodb.MongoTimeoutException;
import io.moderato.mongo.StoreUnavailableException;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps sites in memory; can be made to be down, and counts how often it was asked. */
public final class FakeSiteRepository implements SiteRepository {
  private final Map<SiteId, Site> sites = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean down;

  public void isDown(boolean down) {
    this.down = down;
  }

  /** How many reads there were. */
  public int asked() {
    return asked.get();
  }

  @Override
  public Future<Boolean> addIfNew(Site site) {
    return unlessDown(() -> sites.putIfAbsent(site.id(), site) == null);
  }

  @Override
  public Future<Optional<Site>> find(SiteId id) {
    asked.incrementAndGet();
    return unlessDown(() -> Optional.ofNullable(sites.get(id)));
  }

  @Override
  public Future<Optional<Site>> findByKeyHash(String hash) {
    asked.incrementAndGet();
    return unlessDown(() -> sites.values().stream()
        .filter(site -> site.keyWithHash(hash).isPresent())
        .findFirst());
  }

  @Override
  public Future<List<Site>> all(@Nullable SiteId after, int limit) {
    return unlessDown(() -> sites.values().stream()
        .filter(site -> after == null || site.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(site -> site.id().value()))
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Boolean> replace(Site site) {
    return unlessDown(() -> {
      var stored = sites.get(site.id());
      return stored != null
          && stored.version() == site.version()
          && sites.replace(site.id(), stored, Sites.counted(site));
    });
  }

  private <T> Future<T> unlessDown(Supplier<T> answer) {
    return down
        ? Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down")))
        : Future.succeededFuture(answer.get());
  }
}
