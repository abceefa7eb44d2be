package io.moderato.moderation;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comments that wait for a person: the held ones, and under facets of their own those that were drawn. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface HeldComments {
  /**
   * One site's, in order.
   *
   * @param after where the page before ended, if only in another site; null for the first page
   */
  Future<List<ModeratedComment>> page(
      HeldFilter filter, HeldOrder order, @Nullable HeldPosition after, int limit);

  /** Empty where the comment does not wait, or is not there. */
  Future<Optional<ModeratedComment>> find(CommentKey comment);

  /** How many there are, counted up to {@code atMost}. With a single facet and no words, no comment is read for it. */
  Future<Integer> count(HeldFilter filter, int atMost);
}
