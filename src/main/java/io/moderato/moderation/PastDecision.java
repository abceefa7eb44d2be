package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a decision, as far as another one can be held against it.
 *
 * @param submittedAt when it was written
 * @param verdict the policy's
 * @param human what a person decided afterwards; null where nobody did
 * @param shadow what would have been decided by what ran beside; null without
 * @param text null where it was not asked for
 */
public record PastDecision(
    CommentId id,
    Instant submittedAt,
    Instant decidedAt,
    Signals signals,
    Verdict verdict,
    @Nullable Verdict human,
    @Nullable ShadowDecision shadow,
    @Nullable String text,
    TextFormat format) {
  /** Where the ones before it begin. */
  public Place place() {
    return new Place(decidedAt, id);
  }

  /** A place in the order of decisions: by time, then by id. */
  public record Place(Instant at, CommentId id) {}
}
