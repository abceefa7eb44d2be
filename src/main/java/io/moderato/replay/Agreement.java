package io.moderato.replay;

import io.moderato.policy.Verdict;

/**
 * How verdicts agree with what people decided of the same comments.
 *
 * @param decided verdicts in rows, people's in columns
 */
public record Agreement(Matrix decided) {
  /** Of the comments with this verdict on which people decided, those that people rejected. */
  public Share precision(Verdict verdict) {
    return new Share(decided.count(verdict, Verdict.REJECT), decided.row(verdict));
  }

  /** Of the comments that people approved, those that were held or rejected. */
  public Share approvedStopped() {
    int approved = decided.column(Verdict.APPROVE);
    return new Share(approved - decided.count(Verdict.APPROVE, Verdict.APPROVE), approved);
  }

  /** Of the comments that people rejected, those that were let through. */
  public Share rejectedPassed() {
    return new Share(
        decided.count(Verdict.APPROVE, Verdict.REJECT), decided.column(Verdict.REJECT));
  }
}
