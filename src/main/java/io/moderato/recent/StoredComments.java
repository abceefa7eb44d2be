package io.moderato.recent;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of all sites, by the time of the latest change. Each future fails while the store can't be used. */
public interface StoredComments {
  /**
   * The latest first.
   *
   * @param before where the page before ended; null for the first page
   */
  Future<List<StoredComment>> latest(@Nullable Change before, int limit);

  /**
   * What changed from then on, the earliest first.
   *
   * @param after where the page before ended; null for the first page
   */
  Future<List<Change>> changes(Instant since, @Nullable Change after, int limit);

  /** The comments that are still there, in any order. */
  Future<List<StoredComment>> read(List<Change> changes);
}
