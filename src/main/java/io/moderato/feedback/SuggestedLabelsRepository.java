package io.moderato.feedback;

import io.moderato.moderation.Expiring;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** Keeps suggested labels. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface SuggestedLabelsRepository extends Expiring {
  /** Adds them; of an id that is known, what was suggested before stands only for labels that are not suggested anew. */
  Future<Void> merge(SuggestedLabels suggested);

  /**
   * A site's, in the order of their ids.
   *
   * @param after the last id of the page before; empty for the first page
   */
  Future<List<SuggestedLabels>> list(SiteId site, String after, int limit);

  /** Completes with how many of these there were. */
  Future<Integer> remove(SiteId site, Collection<String> ids);
}
