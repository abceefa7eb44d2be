package io.moderato.moderation;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.ClassifierPool;
import io.moderato.comment.Comment;
import io.moderato.policy.Policy;
import io.moderato.signals.Edit;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.moderato.wordlist.ListDirectory;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Gathers the signals of a comment and has the policy decide on them; touches no store. */
public final class JudgeComment {
  private final ListDirectory lists;
  private final ClassifierPool classifiers;
  private final Policy policy;
  private final BesideJudge beside;
  private final String models;
  private final Clock clock;
  private final MeterRegistry metrics;

  /** @param models name and version of what scores: {@code base@2026.11} */
  public JudgeComment(
      ListDirectory lists,
      ClassifierPool classifiers,
      Policy policy,
      BesideJudge beside,
      String models,
      Clock clock,
      MeterRegistry metrics) {
    this.lists = lists;
    this.classifiers = classifiers;
    this.policy = policy;
    this.beside = beside;
    this.models = models;
    this.clock = clock;
    this.metrics = metrics;
  }

  public Future<Judgement> judge(Site site, Comment comment) {
    return lists
        .of(site)
        .compose(siteLists -> classifiers.classify(
            comment.text(),
            comment.format(),
            found -> TextFound.of(found, siteLists, comment.author())))
        .map(found -> judged(site, comment, found))
        .compose(judgement -> beside
            .judge(site, comment, judgement.signals())
            .map(shadow -> shadow.map(judgement::beside).orElse(judgement)));
  }

  private Judgement judged(Site site, Comment comment, TextFound text) {
    var found = text.classification();
    var signals = new Signals(
        found.scores(),
        new Language(found.language(), found.supported(), site.expects(found.language())),
        found.shape(),
        text.links(),
        new Form(comment.honeypotFilled(), comment.formSeconds()),
        text.lists(),
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
