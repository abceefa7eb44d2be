package io.moderato.learning;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.CommentId;
import io.moderato.moderation.TaughtComment;
import io.moderato.moderation.TaughtComments;
import io.moderato.policy.Policy;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds against each new decision what had been said of its comment: by the base model alone, by the champion and by the challenger, none of
 * which has learnt from it. Blocks; not for an event loop.
 */
final class PredictDecisions {
  private static final int PAGE = 200;

  /** What was taken in with a history was decided before there was anything to predict it. */
  private static final String IMPORTED = "import";

  private final TaughtComments comments;
  private final CommentFeatures features = new CommentFeatures();
  private final WorstStretch worst = new WorstStretch();

  PredictDecisions(TaughtComments comments) {
    this.comments = comments;
  }

  /**
   * The models that predict.
   *
   * @param policy by whose rules the base model speaks
   */
  record Predictors(
      Policy policy,
      @Nullable HashedLinearModel champion,
      @Nullable HashedLinearModel challenger) {}

  /** Goes on until a new champion is found, which others must be read for, or nothing is left. */
  Learning predict(SiteId site, Learning learning, Predictors by) {
    var now = learning;
    while (true) {
      var page = comments.since(site, place(now.decisions()), PAGE).await();
      for (var each : page) {
        now = now.with(now.decisions().until(each.taughtAt(), each.id().value()));
        now = predict(now, each, by);
        if (now.models() != learning.models()) {
          return now;
        }
      }
      if (page.size() < PAGE) {
        return now;
      }
    }
  }

  private static TaughtComment.@Nullable Place place(Decisions reached) {
    return reached.id().isEmpty()
        ? null
        : new TaughtComment.Place(reached.at(), new CommentId(reached.id()));
  }

  private Learning predict(Learning learning, TaughtComment comment, Predictors by) {
    var taught = TrainingExample.of(comment).taught(learning.unheardAccounts());
    if (taught.isEmpty() || taught.get().by().equals(IMPORTED)) {
      return learning;
    }
    features.extract(comment.text(), comment.format());
    var first = comment.decisions().get(0).at();
    return learning.and(new Prediction(
        comment.id().value(),
        comment.taughtAt(),
        taught.get().by(),
        taught.get().rejected(),
        isAgainst(by.policy(), comment.signals()),
        unlearnt(learning.models().champion(), by.champion(), first),
        unlearnt(learning.models().challenger(), by.challenger(), first),
        comment.signals().language().code(),
        comment.named().stream().map(Label::name).toList(),
        StudiedExample.hash(features.sorted())));
  }

  private static boolean isAgainst(Policy policy, Signals signals) {
    var base = signals.with(signals.scores().without(Label.SITE));
    return Policy.verdict(policy.matching(base)) != Verdict.APPROVE;
  }

  /** Null where the model had learnt from an earlier decision on the same text. */
  private @Nullable Double unlearnt(
      @Nullable TasteModel trained, @Nullable HashedLinearModel model, Instant first) {
    return trained == null || model == null || !first.isAfter(trained.through())
        ? null
        : model.probabilities(worst.margins(model, features))[0];
  }
}
