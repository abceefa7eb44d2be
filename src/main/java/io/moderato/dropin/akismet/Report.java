package io.moderato.dropin.akismet;

import io.moderato.classify.Label;
import io.moderato.feedback.RecordFeedback;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Submission;
import io.moderato.policy.Verdict;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report of spam or of none: a person's decision on the comment that was checked, or on one that is stored for it. */
final class Report {
  private final ModerateComment moderateComment;
  private final RecordFeedback recordFeedback;
  private final Clock clock;

  Report(ModerateComment moderateComment, RecordFeedback recordFeedback, Clock clock) {
    this.moderateComment = moderateComment;
    this.recordFeedback = recordFeedback;
    this.clock = clock;
  }

  /**
   * The same report again changes nothing.
   *
   * @param reporter the moderator's name on the platform; null where it is not told
   */
  Future<Moderated> record(
      KeyHolder holder, Submission submission, boolean isSpam, @Nullable String reporter) {
    var decision = new HumanDecision(
        isSpam ? Verdict.REJECT : Verdict.APPROVE,
        Map.of(Label.SPAM, isSpam),
        "key:" + holder.key().id(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        reporter == null ? null : "Reported by " + reporter);
    return decide(holder, submission, decision)
        .compose(outcome -> outcome instanceof Absent
            ? moderateComment
                .moderate(holder.site(), submission)
                .compose(stored -> decide(holder, submission, decision))
            : Future.succeededFuture(outcome));
  }

  private Future<Moderated> decide(
      KeyHolder holder, Submission submission, HumanDecision decision) {
    return recordFeedback.record(holder.site(), submission.comment().id(), decision, null);
  }
}
