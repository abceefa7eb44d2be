package io.moderato.review;

import io.moderato.audit.AuditEntry;
import io.moderato.moderation.ModeratedComment;
import org.jspecify.annotations.Nullable;

/** What came of an act. */
public sealed interface ActOutcome {
  record Done(ModeratedComment comment, AuditEntry entry) implements ActOutcome {}

  /**
   * The comment is no longer as the person saw it.
   *
   * @param by who did what to it last; null where no person did
   */
  record LostRace(ModeratedComment now, @Nullable AuditEntry by) implements ActOutcome {}

  /** Somebody else is looking at it. */
  record HeldByAnother(Claim claim) implements ActOutcome {}

  /** There is no such comment, or there is none any more. */
  record Absent() implements ActOutcome {}

  /** @param why a sentence that is safe to show */
  record Refused(String why) implements ActOutcome {}
}
