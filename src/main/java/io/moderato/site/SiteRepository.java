package io.moderato.site;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps sites. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface SiteRepository {
  /** False if a site of that id exists; it is then left as it is. */
  Future<Boolean> addIfNew(Site site);

  Future<Optional<Site>> find(SiteId id);

  Future<Optional<Site>> findByKeyHash(String hash);

  /**
   * All sites by their ids.
   *
   * @param after the last one of the page before; null for the first page
   * @param limit at most so many
   */
  Future<List<Site>> all(@Nullable SiteId after, int limit);

  /** Replaces the site if its stored version is still the one given, and counts the version up; false if it is not. */
  Future<Boolean> replace(Site site);
}
