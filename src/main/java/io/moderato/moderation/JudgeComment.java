package io.moderato.moderation;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.Classification;
import io.moderato.classify.ClassifierPool;
import io.moderato.comment.Comment;
import io.moderato.policy.Policy;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.ListHits;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Gathers the signals of a comment and has the policy decide on them; touches no store. */
public final class JudgeComment {
  private final ClassifierPool classifiers;
  private final Function<Site, Future<Policy>> activePolicy;
  private final BesideJudge beside;
  private final String models;
  private final Clock clock;
  private final MeterRegistry metrics;

  /**
   * @param activePolicy of a site
   * @param models name and version of what scores: {@code base@2026.11}
   */
  public JudgeComment(
      ClassifierPool classifiers,
      Function<Site, Future<Policy>> activePolicy,
      BesideJudge beside,
      String models,
      Clock clock,
      MeterRegistry metrics) {
    this.classifiers = classifiers;
    this.activePolicy = activePolicy;
    this.beside = beside;
    this.models = models;
    this.clock = clock;
    this.metrics = metrics;
  }

  public Future<Judgement> judge(Site site, Comment comment) {
    return activePolicy
        .apply(site)
        .compose(policy -> classifiers
            .classify(comment.text(), comment.format())
            .map(found -> judged(site, comment, found, policy)))
        .compose(judgement -> beside
            .judge(site, comment, judgement.signals())
            .map(shadow -> shadow.map(judgement::beside).orElse(judgement)));
  }

  private Judgement judged(Site site, Comment comment, Classification found, Policy policy) {
    var signals = new Signals(
        found.scores(),
        new Language(found.language(), found.supported(), site.expects(found.language())),
        found.shape(),
        LinkReader.read(LinkFinder.find(found.folded().read())),
        new Form(comment.honeypotFilled(), comment.formSeconds()),
        ListHits.NONE,
        Edit.NONE,
        null,
        null,
        null,
        null);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var decision = policy.decide(signals);
    metrics.counter("comments.decided", "verdict", decision.verdict().name()).increment();
    return new Judgement(signals, found.evidence(), decision, false, models, now);
  }
}
