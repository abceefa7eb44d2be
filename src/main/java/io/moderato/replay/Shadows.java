package io.moderato.replay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifierPool.Request;
import io.moderato.classify.LanguageHint;
import io.moderato.comment.Comment;
import io.moderato.moderation.BesideJudge;
import io.moderato.moderation.ShadowDecision;
import io.moderato.policy.Policy;
import io.moderato.policy.Rule;
import io.moderato.replay.CandidateModels.Candidate;
import io.moderato.signals.Signals;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.sitepolicy.SitePolicies;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides beside, on live traffic. Which sites have a shadow is looked up every five seconds in the background; a comment that comes
 * before a shadow is ready, or when the classifier's threads are busy, goes without. No comment fails or waits for the store by it.
 */
public final class Shadows implements BesideJudge {
  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
  private static final long FRESH = TimeUnit.SECONDS.toNanos(5);

  private final ShadowRepository shadows;
  private final SitePolicies policies;
  private final CandidateModels models;
  private final ClassifierPool classifiers;
  private final Counter dropped;
  private final Map<SiteId, Standing> standing = new ConcurrentHashMap<>();

  public Shadows(
      ShadowRepository shadows,
      SitePolicies policies,
      CandidateModels models,
      ClassifierPool classifiers,
      MeterRegistry metrics) {
    this.shadows = shadows;
    this.policies = policies;
    this.models = models;
    this.classifiers = classifiers;
    this.dropped = metrics.counter("shadow.dropped");
  }

  /** A shadow with all that it needs to decide. */
  private record Ready(
      Shadow shadow, Policy policy, @Nullable Candidate model) {}

  /** What a site has at present, as far as it is known. */
  private static final class Standing {
    private final AtomicLong asked = new AtomicLong(System.nanoTime() - FRESH);
    private volatile @Nullable Ready ready;
  }

  @Override
  public Future<Optional<ShadowDecision>> judge(Site site, Comment comment, Signals signals) {
    var standing = this.standing.computeIfAbsent(site.id(), any -> new Standing());
    var asked = standing.asked.get();
    if (System.nanoTime() - asked >= FRESH
        && standing.asked.compareAndSet(asked, System.nanoTime())) {
      renew(site.id())
          .onFailure(failure -> LOG.atWarn()
              .addKeyValue("site", site.id())
              .addKeyValue("reason", failure.getMessage())
              .log("shadow not made ready, later again"));
    }
    var ready = standing.ready;
    return ready == null
        ? Future.succeededFuture(Optional.empty())
        : decide(ready, site, comment, signals);
  }

  /** Looks up at once what the site has; completes when it is ready to decide. */
  public Future<Void> renew(SiteId site) {
    var standing = this.standing.computeIfAbsent(site, any -> new Standing());
    return shadows.find(site).compose(found -> {
      var ready = standing.ready;
      if (found.isEmpty()) {
        standing.ready = null;
        return Future.succeededFuture();
      }
      return ready != null && ready.shadow().equals(found.get())
          ? Future.succeededFuture()
          : ready(found.get()).onSuccess(made -> standing.ready = made).mapEmpty();
    });
  }

  private Future<Ready> ready(Shadow shadow) {
    return policies
        .withId(shadow.site(), shadow.policy())
        .map(found -> found.orElseThrow(
            () -> new IllegalStateException("there is no policy " + shadow.policy())))
        .compose(policy -> shadow.model() == null
            ? Future.succeededFuture(new Ready(shadow, policy, null))
            : models.load(shadow.model()).map(model -> new Ready(shadow, policy, model)));
  }

  private Future<Optional<ShadowDecision>> decide(
      Ready ready, Site site, Comment comment, Signals signals) {
    var model = ready.model();
    if (model == null) {
      return Future.succeededFuture(Optional.of(decided(ready, signals)));
    }
    return classifiers
        .classifyBeside(
            model.classifier(),
            new Request(comment.text(), comment.format(), LanguageHint.expecting(site.languages())))
        .map(found -> Optional.of(decided(ready, Rescored.of(signals, found))))
        .recover(busy -> {
          dropped.increment();
          return Future.succeededFuture(Optional.empty());
        });
  }

  private static ShadowDecision decided(Ready ready, Signals signals) {
    var matching = ready.policy().matching(signals);
    return new ShadowDecision(
        ready.shadow().id(),
        Policy.verdict(matching),
        matching.stream().map(Rule::name).toList(),
        ready.model() == null ? null : signals.scores());
  }
}
