package io.moderato.moderation;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A comment that people decided on, as far as something can be learnt from it.
 *
 * @param decisions of people on the present text, oldest first; never empty
 * @param verdict the policy's
 * @param named the labels that the policy's reasons name; empty where it approved, or had other reasons
 * @param hasOtherReasons whether a reason against it names no label
 * @param policy that decided: {@code default@1}
 * @param models that scored: {@code base@2026.11 my-blog@7}
 * @param taughtAt when the last of the decisions was taken
 */
public record TaughtComment(
    CommentId id,
    String text,
    TextFormat format,
    List<HumanDecision> decisions,
    Verdict verdict,
    Set<Label> named,
    boolean hasOtherReasons,
    String policy,
    String models,
    Signals signals,
    Instant taughtAt) {
  public TaughtComment {
    decisions = List.copyOf(decisions);
    named = Set.copyOf(named);
  }

  /** Where the ones before it begin, and the ones behind it. */
  public Place place() {
    return new Place(taughtAt, id);
  }

  /** A place in the order of teaching: by time, then by id. */
  public record Place(Instant at, CommentId id) {}
}
