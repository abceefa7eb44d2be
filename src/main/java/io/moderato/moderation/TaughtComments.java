package io.moderato.moderation;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people of a site taught by deciding on comments: one for each comment that stands with a decision of theirs. Each future fails with
 * {@code StoreUnavailableException} while the store can't be used.
 */
public interface TaughtComments {
  /**
   * The one taught last first.
   *
   * @param before where the page before ended; null for the first page
   */
  Future<List<TaughtComment>> latest(SiteId site, TaughtComment.@Nullable Place before, int limit);

  /**
   * The one taught first first.
   *
   * @param after where the page before ended; null for the first page
   */
  Future<List<TaughtComment>> since(SiteId site, TaughtComment.@Nullable Place after, int limit);
}
