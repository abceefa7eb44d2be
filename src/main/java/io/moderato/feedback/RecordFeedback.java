package io.moderato.feedback;

import io.moderato.comment.CommentId;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.Retention;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a person's verdict stand in place of the policy's, and takes it back. */
public final class RecordFeedback {
  private final ChangeComment changeComment;
  private final Clock clock;

  public RecordFeedback(ChangeComment changeComment, Clock clock) {
    this.changeComment = changeComment;
    this.clock = clock;
  }

  /**
   * The same from the same giver again changes nothing.
   *
   * @param seen the version of the comment that the person saw, to be refused if it is another by now; null for whatever stands
   */
  public Future<Moderated> record(
      Site site, CommentId id, HumanDecision decision, @Nullable Integer seen) {
    return changeComment.change(site.id(), id, stored -> {
      if (repeats(stored.humanDecisions(), decision)) {
        return Future.succeededFuture(new Unchanged(stored));
      }
      if (seen != null && seen != stored.version()) {
        return Future.succeededFuture(
            new Conflict("The comment is at version %d by now, not %d. Read it and decide again."
                .formatted(stored.version(), seen)));
      }
      return Future.succeededFuture(
          new Stored(stored.decided(decision, Retention.of(site)).heardBy(site)));
    });
  }

  private static boolean repeats(List<HumanDecision> earlier, HumanDecision decision) {
    return !earlier.isEmpty() && decision.repeats(earlier.get(earlier.size() - 1));
  }

  /** Takes the latest human decision back; what stood before stands again. */
  public Future<Moderated> undo(Site site, CommentId id) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return changeComment.change(
        site.id(),
        id,
        stored -> Future.succeededFuture(
            stored.humanDecisions().isEmpty()
                ? new Conflict("Nobody has given feedback on this text of the comment.")
                : new Stored(stored.undone(now, Retention.of(site)).heardBy(site))));
  }
}
