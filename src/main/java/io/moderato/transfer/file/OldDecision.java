package io.moderato.transfer.file;

import io.moderato.policy.Verdict;

/**
 * What the platform's people had decided of a comment.
 *
 * @param spam whether they called it spam
 * @param note the platform's own word for it
 */
public record OldDecision(Verdict verdict, boolean spam, String note) {
  static OldDecision approved(String note) {
    return new OldDecision(Verdict.APPROVE, false, note);
  }

  static OldDecision waiting(String note) {
    return new OldDecision(Verdict.HOLD, false, note);
  }

  static OldDecision spam(String note) {
    return new OldDecision(Verdict.REJECT, true, note);
  }

  static OldDecision removed(String note) {
    return new OldDecision(Verdict.REJECT, false, note);
  }
}
