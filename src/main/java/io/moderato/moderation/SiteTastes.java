package io.moderato.moderation;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;

/** What sites have learnt of their own taste. */
public interface SiteTastes {
  /** For a service where no site learns. */
  SiteTastes NONE = site -> Future.succeededFuture(Optional.empty());

  /** Empty for a site that has not learnt enough yet; waits for the store at most where nothing was ever known of the site. */
  Future<Optional<SiteTaste>> of(SiteId site);
}
