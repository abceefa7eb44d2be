package io.moderato.moderation;

import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.comment.Comment;
import io.moderato.policy.Policy;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Has the signals of a comment gathered and the policy decide on them; stores nothing. */
public final class JudgeComment {
  private final GatherSignals gatherSignals;
  private final Function<Site, Future<Policy>> activePolicy;
  private final BesideJudge beside;
  private final Clock clock;
  private final MeterRegistry metrics;

  /** @param activePolicy of a site */
  public JudgeComment(
      GatherSignals gatherSignals,
      Function<Site, Future<Policy>> activePolicy,
      BesideJudge beside,
      Clock clock,
      MeterRegistry metrics) {
    this.gatherSignals = gatherSignals;
    this.activePolicy = activePolicy;
    this.beside = beside;
    this.clock = clock;
    this.metrics = metrics;
  }

  Future<Judgement> judge(Site site, Comment comment, Surroundings around) {
    return activePolicy
        .apply(site)
        .compose(policy ->
            gatherSignals.gather(site, comment, around).map(gathered -> judged(gathered, policy)))
        .compose(judgement -> beside
            .judge(site, comment, judgement.signals())
            .map(shadow -> shadow.map(judgement::beside).orElse(judgement)));
  }

  private Judgement judged(Gathered gathered, Policy policy) {
    var signals = gathered.signals();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var decision = policy.decide(signals);
    metrics.counter("comments.decided", "verdict", decision.verdict().name()).increment();
    var degraded = !signals.missing().isEmpty();
    return new Judgement(
        signals,
        gathered.evidence(),
        decision,
        degraded,
        gathered.models(),
        now,
        null,
        gathered.unfamiliar(),
        null);
  }
}
