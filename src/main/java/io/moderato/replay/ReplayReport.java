package io.moderato.replay;

import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What another decision on the same comments would have changed.
 *
 * @param tried what it was, for people
 * @param earliest when the first of these comments was decided; null without any
 * @param latest the last
 * @param span from when the first of them was written to when the last was: an imported history was decided in a minute, and not written in one
 * @param verdicts as they stood in rows, as they would have been in columns
 * @param before the standing verdicts against people's
 * @param after the tried ones against people's
 * @param rules of the policy that was tried, by name, in its order
 * @param scores those that were decided on
 * @param counterexamples comments that people approved and that would have been held or rejected; the latest hundred of each
 */
public record ReplayReport(
    String tried,
    @Nullable Instant earliest,
    @Nullable Instant latest,
    Duration span,
    Matrix verdicts,
    Agreement before,
    Agreement after,
    Map<String, RuleCount> rules,
    Map<Label, Histogram> scores,
    Map<Verdict, List<CommentId>> counterexamples) {
  private static final double DAY = Duration.ofDays(1).toMillis();

  public ReplayReport {
    counterexamples = Map.copyOf(counterexamples);
  }

  /** How many past decisions were decided on once more. */
  public int decided() {
    return verdicts.total();
  }

  /** The days in which they were written; empty where that is no time. */
  public OptionalDouble days() {
    return span.isZero() ? OptionalDouble.empty() : OptionalDouble.of(span.toMillis() / DAY);
  }

  /** Of the comments that were not rejected, those that would have been. */
  public Share newlyRejected() {
    int before = decided() - verdicts.row(Verdict.REJECT);
    int rejected = verdicts.column(Verdict.REJECT) - verdicts.count(Verdict.REJECT, Verdict.REJECT);
    return new Share(rejected, before);
  }

  /** Of the comments that were approved, those that would have been held or rejected. */
  public Share newlyStopped() {
    int approved = verdicts.row(Verdict.APPROVE);
    return new Share(approved - verdicts.count(Verdict.APPROVE, Verdict.APPROVE), approved);
  }
}
