package io.moderato.learning;

import io.moderato.classify.Classifier;
import io.moderato.classify.HashedLinearModel;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.moderation.TaughtComments;
import io.moderato.policy.Policy;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.moderato.training.CommonLessons;
import io.moderato.training.TasteTrainer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has sites learn in the background, one at a time, on one thread of the lowest priority that {@link Rests} most of the time, soon after people
 * of a site decided something. Of several processes the one that has the site's lease does it; of one that was killed the lease runs out within a minute, and another, or the
 * same once it runs again, does the work.
 */
public final class LearnSites implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration RENEW_EVERY = Duration.ofSeconds(20);

  /** Then what is too little for a new model by itself is learnt all the same. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** Nobody tells of what retention erased. */
  private static final Duration LOOK_AT_ALL = Duration.ofDays(1);

  private static final int PAGE = 100;
  private static final Logger LOG = LoggerFactory.getLogger(LearnSites.class);

  private final Vertx vertx;
  private final SiteRepository sites;
  private final LearningRepository repository;
  private final LearnSite learnSite;
  private final Clock clock;
  private final String owner = UUID.randomUUID().toString();
  private final Map<SiteId, Changes> changed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> {
        var made = new Thread(task, "learn");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
      });
  private volatile @Nullable SiteId working;

  LearnSites(
      Vertx vertx,
      SiteRepository sites,
      LearningRepository repository,
      LearnSite learnSite,
      Clock clock) {
    this.vertx = vertx;
    this.sites = sites;
    this.repository = repository;
    this.learnSite = learnSite;
    this.clock = clock;
  }

  /**
   * All that it takes.
   *
   * @param base the model that each site's own begins with
   * @param beside makes what scores everything and a site's own model in one pass
   * @param activePolicy of a site
   */
  public static LearnSites of(
      Vertx vertx,
      SiteRepository sites,
      LearningRepository repository,
      ModelFiles files,
      TaughtComments taught,
      SuggestedLabelsRepository suggestions,
      HashedLinearModel base,
      Function<HashedLinearModel, Classifier> beside,
      Function<Site, Future<Policy>> activePolicy,
      Clock clock) {
    var trainer = new TasteTrainer(base, CommonLessons.shipped(), new Rests());
    var learnSite = new LearnSite(
        repository,
        files,
        new PredictDecisions(taught),
        new ReadExamples(taught, suggestions),
        new WeighAccounts(trainer),
        new FitTaste(trainer),
        CheckOnBase.shipped(beside),
        activePolicy,
        clock);
    return new LearnSites(vertx, sites, repository, learnSite, clock);
  }

  /**
   * What people of a site did since models were last trained.
   *
   * @param count so many comments were changed
   * @param since when that began
   * @param isNews whether something was done since the last round
   */
  private record Changes(int count, Instant since, boolean isNews) {
    Changes andOneMore() {
      return new Changes(count + 1, since, true);
    }

    Changes seen() {
      return new Changes(count, since, false);
    }

    Changes less(int trained) {
      return new Changes(Math.max(0, count - trained), since, isNews);
    }
  }

  /** Tells that people of a site may have decided something; costs nothing. */
  public void taught(SiteId site) {
    changed.merge(
        site, new Changes(1, clock.instant(), true), (before, one) -> before.andOneMore());
  }

  /** Has the site learn in any case, soon. */
  void learnSoon(SiteId site) {
    changed.merge(site, all(), (before, all) -> all);
  }

  private Changes all() {
    return new Changes(Integer.MAX_VALUE, clock.instant(), true);
  }

  /** Begins, when the store can be used. */
  public void start() {
    vertx.setPeriodic(RENEW_EVERY.toMillis(), tick -> {
      var site = working;
      if (site != null) {
        repository.lease(site, owner, LEASE);
      }
    });
    thread.scheduleWithFixedDelay(this::lookAtAll, 0, LOOK_AT_ALL.toHours(), TimeUnit.HOURS);
    thread.scheduleWithFixedDelay(
        this::learnChanged, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  /** What was decided while nobody looked, or by processes that were killed, and what was erased. */
  private void lookAtAll() {
    try {
      @Nullable SiteId after = null;
      while (true) {
        var page = sites.all(after, PAGE).await();
        page.stream().map(Site::id).forEach(this::learnSoon);
        if (page.size() < PAGE) {
          return;
        }
        after = page.get(page.size() - 1).id();
      }
    } catch (RuntimeException failure) {
      tellOf(failure);
      thread.schedule(this::lookAtAll, PAUSE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void learnChanged() {
    var longAgo = clock.instant().minus(LONGEST_WAIT);
    changed.forEach((site, changes) -> {
      boolean waited = changes.count() > 0 && changes.since().isBefore(longAgo);
      if (changes.isNews() || waited) {
        learn(site, waited ? Integer.MAX_VALUE : changes.count());
      }
    });
  }

  private void learn(SiteId id, int changes) {
    try {
      if (!repository.lease(id, owner, LEASE).await()) {
        return; // is tried again, in case the other one was killed
      }
      working = id;
      changed.computeIfPresent(id, (same, now) -> now.seen());
      var site = sites.find(id).await();
      if (site.isPresent() && learnSite.learn(site.get(), changes)) {
        changed.computeIfPresent(
            id, (same, now) -> now.count() <= changes ? null : now.less(changes));
      }
      repository.release(id, owner).await();
    } catch (RuntimeException failure) {
      taught(id);
      tellOf(failure);
    } finally {
      working = null;
    }
  }

  private static void tellOf(RuntimeException failure) {
    LOG.atWarn().addKeyValue("reason", failure.toString()).log("nothing learnt, later again");
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
