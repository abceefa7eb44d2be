package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives out the events that comments hold, each comment's in order, to as many takers as there are. What a taker does not finish is
 * given out again, so that an event may be taken twice but is never lost.
 */
public interface CommentOutbox {
  /** A comment with events that were due when it was found. */
  record Due(SiteId site, CommentId id, Instant since) {}

  /** At most so many, the one that has waited longest first. */
  Future<List<Due>> due(Instant now, int limit);

  /**
   * Has the comment to oneself until the lease ends. What is {@link PendingEvents#leavingNow leaving now} can't be taken back from here on. Empty if
   * somebody else has it, or it has changed since it was found.
   */
  Future<Optional<ModeratedComment>> claim(Due due, Instant now, Instant leaseEnd);

  /** The events are where they should go. If the comment has changed since the claim, they will be given out once more. */
  Future<Void> left(ModeratedComment claimed, Instant leaseEnd);
}
