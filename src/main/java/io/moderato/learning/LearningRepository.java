package io.moderato.learning;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Keeps how far sites' learning has come. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface LearningRepository {
  Future<Optional<Learning>> find(SiteId site);

  /** What is to serve, for less than {@link #find} costs; empty where the base model stands alone. */
  Future<Optional<Serving>> serving(SiteId site);

  /**
   * What is to serve.
   *
   * @param number of the model
   * @param mayReject whether it has proven that it may be sure
   */
  record Serving(int number, boolean mayReject) {}

  /** Stores it if the stored revision is the one before its own, or nothing is stored and it is the first; false if not. */
  Future<Boolean> replace(SiteId site, Learning learning);

  /**
   * Has one process do the work of a site: true for the one that holds the lease from now on.
   *
   * @param owner names the process
   */
  Future<Boolean> lease(SiteId site, String owner, Duration time);

  /** Gives the lease back, if it is the owner's. */
  Future<Void> release(SiteId site, String owner);
}
