package io.moderato.learning;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Keeps the files of sites' models. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface ModelFiles {
  /** Once it completes, every process finds it; the same again replaces it. */
  Future<Void> put(SiteId site, int number, byte[] file);

  Future<Optional<byte[]>> get(SiteId site, int number);

  /** Removes every other file of the site. */
  Future<Void> keepOnly(SiteId site, Set<Integer> numbers);
}
