package io.moderato.replay;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;

/** Keeps what runs beside, one for each site. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface ShadowRepository {
  Future<Optional<Shadow>> find(SiteId site);

  /** Instead of the one before, if there was one. */
  Future<Void> put(Shadow shadow);

  /** Completes also where there was none. */
  Future<Void> remove(SiteId site);
}
