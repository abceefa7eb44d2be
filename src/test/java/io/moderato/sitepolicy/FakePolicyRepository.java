package io.moderato.sitepolicy;

import com.mongodb.MongoTimeoutException;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Keeps policies in memory; can be made to be down, and counts how often it was asked. */
public final class FakePolicyRepository implements PolicyRepository {
  private final Map<String, StoredPolicy> policies = new ConcurrentHashMap<>();
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
  public Future<Boolean> addIfNew(StoredPolicy policy) {
    return unlessDown(
        () -> policies.putIfAbsent(key(policy.site(), policy.version()), policy) == null);
  }

  @Override
  public Future<Optional<StoredPolicy>> find(SiteId site, int version) {
    asked.incrementAndGet();
    return unlessDown(() -> Optional.ofNullable(policies.get(key(site, version))));
  }

  @Override
  public Future<List<StoredPolicy>> latest(SiteId site, int below, int limit) {
    asked.incrementAndGet();
    return unlessDown(() -> policies.values().stream()
        .filter(policy -> policy.site().equals(site) && policy.version() < below)
        .sorted(Comparator.comparing(StoredPolicy::version).reversed())
        .limit(limit)
        .toList());
  }

  private static String key(SiteId site, int version) {
    return site + "/" + version;
  }

  private <T> Future<T> unlessDown(Supplier<T> answer) {
    return down
        ? Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down")))
        : Future.succeededFuture(answer.get());
  }
}
