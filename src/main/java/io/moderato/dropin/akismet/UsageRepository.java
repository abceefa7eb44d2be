package io.moderato.dropin.akismet;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.Map;

/** Keeps usage. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
interface UsageRepository {
  Future<Void> add(BlogMonth key, Usage more);

  /** What is known of a site from that month on. */
  Future<Map<BlogMonth, Usage>> since(SiteId site, YearMonth from);
}
