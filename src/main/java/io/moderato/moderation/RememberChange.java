package io.moderato.moderation;

import io.moderato.classify.ClassifierPool;
import io.moderato.classify.WordHashes;
import io.moderato.policy.Verdict;
import io.moderato.recent.HumanVerdict;
import io.moderato.recent.RecentComment;
import io.moderato.recent.RecentComments;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the recent past what became of a stored comment: another text, another time to be erased, withdrawn, or decided by a person. */
public final class RememberChange {
  private final ClassifierPool classifiers;
  private final RecentComments recent;

  public RememberChange(ClassifierPool classifiers, RecentComments recent) {
    this.classifiers = classifiers;
    this.recent = recent;
  }

  /** Never fails: what can't be read now is forgotten. */
  Future<Void> changed(ModeratedComment moderated) {
    var comment = moderated.comment();
    if (moderated.status() == Status.WITHDRAWN) {
      recent.forget(comment.site(), comment.id());
      return Future.succeededFuture();
    }
    return classifiers
        .wordHashes(comment.text(), comment.format())
        .onSuccess(words -> recent.remember(recent(moderated, words)))
        .onFailure(failure -> recent.forget(comment.site(), comment.id()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** A stored comment as the recent past wants to know it. */
  private static RecentComment recent(ModeratedComment moderated, WordHashes words) {
    var comment = moderated.comment();
    var repeats = moderated.judgement().signals().repeats();
    return new RecentComment(
        comment.site(),
        comment.id(),
        comment.post(),
        comment.author(),
        words,
        moderated.cameAt(),
        moderated.changedAt(),
        moderated.expiresAt(),
        repeats == null ? null : repeats.campaign(),
        said(moderated.humanDecisions(), moderated.verdict()));
  }

  /** Null where nobody approved or rejected it. @param policys its verdict */
  static @Nullable HumanVerdict said(List<HumanDecision> decisions, Verdict policys) {
    return HumanDecision.standing(decisions)
        .filter(decision -> decision.verdict() != Verdict.HOLD)
        .map(decision -> new HumanVerdict(
            decision.verdict() == Verdict.APPROVE, decision.verdict() != policys, decision.at()))
        .orElse(null);
  }
}
