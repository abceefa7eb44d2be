package io.moderato.bench;

import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sites for as long as the process runs, so that the service without a store admits callers as the real one does. */
final class MemorySites implements SiteRepository {
  private final Map<SiteId, Site> sites = new ConcurrentHashMap<>();

  @Override
  public Future<Boolean> addIfNew(Site site) {
    return Future.succeededFuture(sites.putIfAbsent(site.id(), site) == null);
  }

  @Override
  public Future<Optional<Site>> find(SiteId id) {
    return Future.succeededFuture(Optional.ofNullable(sites.get(id)));
  }

  @Override
  public Future<Optional<Site>> findByKeyHash(String hash) {
    return Future.succeededFuture(sites.values().stream()
        .filter(site -> site.keyWithHash(hash).isPresent())
        .findFirst());
  }

  @Override
  public Future<List<Site>> all(@Nullable SiteId after, int limit) {
    throw new UnsupportedOperationException("no benchmark lists sites");
  }

  @Override
  public Future<Boolean> replace(Site site) {
    throw new UnsupportedOperationException("no benchmark changes a site");
  }
}
