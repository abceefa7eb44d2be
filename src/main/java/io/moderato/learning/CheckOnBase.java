package io.moderato.learning;

import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.policy.Policy;
import io.moderato.policy.Verdict;
import io.moderato.signals.Language;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.Signals;
import io.moderato.training.ChallengeComment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds a site's model against the base model on the contrasting pairs and the sentences about people that come with the service, each judged by the
 * site's policy as in serving. What is rude without being dangerous is left out: of that each site thinks as it likes.
 */
final class CheckOnBase {
  private static final Set<Label> NOBODY_WANTS =
      EnumSet.of(Label.THREAT, Label.HATE, Label.SEXUAL, Label.SELF_HARM, Label.SPAM);

  private final List<ChallengeComment> comments;
  private final Function<HashedLinearModel, Classifier> beside;

  /** @param beside makes what scores everything and a site's own model in one pass */
  CheckOnBase(List<ChallengeComment> comments, Function<HashedLinearModel, Classifier> beside) {
    this.comments = comments.stream()
        .filter(each -> each.expected() == null || NOBODY_WANTS.contains(each.expected()))
        .toList();
    this.beside = beside;
  }

  /** On all that comes with the service. */
  static CheckOnBase shipped(Function<HashedLinearModel, Classifier> beside) {
    return new CheckOnBase(
        Stream.of("seen", "unseen", "identities")
            .flatMap(name -> ChallengeComment.shipped(name).stream())
            .toList(),
        beside);
  }

  BaseCheck check(HashedLinearModel taste, Policy policy) {
    var classifier = beside.apply(taste);
    var check = BaseCheck.NONE;
    for (var each : comments) {
      var signals = signals(classifier.classify(each.text(), TextFormat.TEXT));
      boolean held = isHeld(policy, signals);
      boolean byBase = isHeld(policy, signals.with(signals.scores().without(Label.SITE)));
      check = each.expected() == null ? check.andCalm(held, byBase) : check.andBad(!held, !byBase);
    }
    return check;
  }

  private static Signals signals(Classification found) {
    return Signals.ofText(
        found.scores(),
        new Language(found.language(), found.supported(), true),
        found.shape(),
        LinkReader.read(LinkFinder.find(found.folded().read()), List.of()));
  }

  private static boolean isHeld(Policy policy, Signals signals) {
    return Policy.verdict(policy.matching(signals)) != Verdict.APPROVE;
  }
}
