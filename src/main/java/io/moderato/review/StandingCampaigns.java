package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.DecidedBeforehand;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.Status;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides on what comes of campaigns as people said beforehand, each arrival as an act of theirs that can be taken back. Which campaigns
 * these are, each process knows within a second; whether one still is, the store is asked for each arrival.
 */
public final class StandingCampaigns implements DecidedBeforehand {
  /** An entry about a comment that was decided beforehand has this fact. */
  public static final String ARRIVAL = "arrival";

  static final int MOST = 1000;

  private static final long LOOK_EVERY_MS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(StandingCampaigns.class);

  private final CampaignDecisions decisions;
  private final ModeratedCommentRepository comments;
  private final AuditLog audit;
  private final WriteDown writeDown;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Map<CommentKey, CampaignDecision> known = new ConcurrentHashMap<>();

  /** @param ids of audit entries */
  public StandingCampaigns(
      CampaignDecisions decisions,
      ModeratedCommentRepository comments,
      AuditLog audit,
      Supplier<String> ids,
      Clock clock) {
    this.decisions = decisions;
    this.comments = comments;
    this.audit = audit;
    this.writeDown = new WriteDown(audit, ids, clock);
    this.ids = ids;
    this.clock = clock;
  }

  /** Follows what other processes are told; goes on until Vert.x is closed. */
  public void start(Vertx vertx) {
    look().onComplete(done -> vertx.setTimer(LOOK_EVERY_MS, passed -> start(vertx)));
  }

  Future<Void> look() {
    return decisions
        .standing(clock.instant(), MOST)
        .onSuccess(found -> {
          var now = found.stream()
              .collect(Collectors.toMap(StandingCampaigns::key, decision -> decision));
          known.keySet().retainAll(now.keySet());
          known.putAll(now);
        })
        .onFailure(failure -> LOG.atDebug()
            .addKeyValue("reason", failure.getMessage())
            .log("decisions on campaigns not read, later again"))
        .mapEmpty();
  }

  private static CommentKey key(CampaignDecision decision) {
    return new CommentKey(decision.site(), decision.campaign());
  }

  /** Those of a site that stand, the one that ends first first. */
  public Future<List<CampaignDecision>> of(SiteId site) {
    return decisions
        .standing(clock.instant(), MOST)
        .map(all -> all.stream().filter(each -> each.site().equals(site)).toList());
  }

  /** The one that stands; empty where there is none. */
  public Future<Optional<CampaignDecision>> of(SiteId site, CommentId campaign) {
    return decisions.find(site, campaign).map(found -> found.filter(this::stands));
  }

  private boolean stands(CampaignDecision decision) {
    return decision.until().isAfter(clock.instant());
  }

  /** From now on. */
  Future<Void> stand(CampaignDecision decision) {
    return audit
        .add(entry(decision.who(), Act.CAMPAIGN, decision)
            .saying(decision.reason(), decision.note())
            .with("act", decision.act().word())
            .with("until", decision.until().toString())
            .with("of-batch", decision.batch()))
        .compose(written -> decisions.put(decision))
        .onSuccess(done -> known.put(key(decision), decision));
  }

  private AuditEntry entry(String who, Act act, CampaignDecision decision) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return AuditEntry.of(ids.get(), now, who, act).on(decision.site(), decision.campaign(), null);
  }

  /** What came of it so far stays as it was decided; false where nothing stands. */
  public Future<Boolean> end(String who, SiteId site, CommentId campaign) {
    return decisions.find(site, campaign).compose(found -> end(who, found));
  }

  /** Ends the one whose acts are of the batch. @param may which sites {@code who} may review */
  Future<Boolean> endOfBatch(String who, Predicate<SiteId> may, String batch) {
    return decisions
        .ofBatch(batch)
        .compose(found -> end(who, found.filter(decision -> may.test(decision.site()))));
  }

  private Future<Boolean> end(String who, Optional<CampaignDecision> found) {
    if (found.isEmpty()) {
      return Future.succeededFuture(false);
    }
    var decision = found.get();
    return audit
        .add(entry(who, Act.CAMPAIGN_END, decision).with("of-batch", decision.batch()))
        .compose(written -> decisions.remove(decision))
        .onSuccess(done -> known.remove(key(decision)));
  }

  @Override
  public Future<Optional<HumanDecision>> on(ModeratedComment arrival) {
    var campaign = arrival.campaign();
    var site = arrival.comment().site();
    if (campaign.isEmpty() || !known.containsKey(new CommentKey(site, campaign.get()))) {
      return Future.succeededFuture(Optional.empty());
    }
    return of(site, campaign.get())
        .map(found -> found.filter(decision -> isMeant(decision, arrival)))
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : comments
                .find(site, arrival.comment().id())
                .compose(stored -> stored.isPresent()
                    ? Future.succeededFuture(Optional.empty())
                    : decided(found.get(), arrival)));
  }

  /** An approval is for what waits, and for no link that nobody has seen. */
  private static boolean isMeant(CampaignDecision decision, ModeratedComment arrival) {
    if (decision.act() != Act.APPROVE) {
      return arrival.status() != Status.REJECTED;
    }
    var signals = arrival.judgement().signals();
    var repeats = signals.repeats();
    return arrival.verdict() == Verdict.HOLD
        && (signals.links().count() == 0 || repeats != null && repeats.exact() > 0);
  }

  private Future<Optional<HumanDecision>> decided(
      CampaignDecision decision, ModeratedComment arrival) {
    var comment = arrival.comment();
    var order = Order.of(comment.site(), comment.id(), 1, decision.act());
    var verdict = order.verdict();
    var entry = writeDown
        .entry(decision.who(), decision.act(), arrival)
        .in(decision.batch())
        .saying(decision.reason(), decision.note())
        .with("after", verdict == null ? "" : Status.of(verdict).word())
        .with("campaign", decision.campaign().value())
        .with(ARRIVAL, "true");
    return writeDown
        .write(entry)
        .map(written -> Optional.of(new HumanDecision(
            verdict,
            order.allLabels(),
            decision.who(),
            entry.at(),
            decision.note(),
            decision.reason())));
  }
}
