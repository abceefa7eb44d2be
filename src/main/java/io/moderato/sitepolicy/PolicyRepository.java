package io.moderato.sitepolicy;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps the versions of sites' own policies. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface PolicyRepository {
  /** False if the site has this version already; it is then left as it is. */
  Future<Boolean> addIfNew(StoredPolicy policy);

  Future<Optional<StoredPolicy>> find(SiteId site, int version);

  /** The versions below one, the latest first. */
  Future<List<StoredPolicy>> latest(SiteId site, int below, int limit);
}
