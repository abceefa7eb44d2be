package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CampaignMember;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.RelatedComments;
import io.moderato.moderation.Status;
import io.moderato.review.BulkOutcome.Refused;
import io.moderato.review.BulkOutcome.Started;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One decision on comments that are nearly the same, whoever sent them: on all that no person has settled, and for a while on those that
 * come. Undoing the batch takes all of it back.
 */
public final class DecideCampaign {
  /** What a campaign can be decided by. */
  public static final Set<Act> ACTS = Set.of(Act.APPROVE, Act.REJECT, Act.SPAM);

  /** For those that come. */
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final int SAMPLE = 5;

  private final RelatedComments related;
  private final BulkActs bulk;
  private final StandingCampaigns standing;
  private final Supplier<String> ids;
  private final Clock clock;

  /** @param ids of batches */
  public DecideCampaign(
      RelatedComments related,
      BulkActs bulk,
      StandingCampaigns standing,
      Supplier<String> ids,
      Clock clock) {
    this.related = related;
    this.bulk = bulk;
    this.standing = standing;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param campaign the comment that it is named after; of none, all is 0 */
  public Future<CampaignPreview> preview(SiteId site, CommentId campaign) {
    var asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var members = related.members(site, campaign, Selection.MOST + 1);
    var latest = related.ofCampaign(site, campaign, 4 * SAMPLE);
    var decision = standing.of(site, campaign);
    return Future.all(members, latest, decision)
        .map(all -> new CampaignPreview(
            open(members.result(), Status.HELD),
            open(members.result(), Status.APPROVED),
            open(members.result(), Status.REJECTED),
            (int) members.result().stream().filter(CampaignMember::settled).count(),
            latest.result().stream()
                .filter(DecideCampaign::isOpen)
                .limit(SAMPLE)
                .map(each -> QueueRow.of(each, null, members.result().size(), null))
                .toList(),
            decision.result().orElse(null),
            asOf));
  }

  private static int open(List<CampaignMember> members, Status status) {
    return (int) members.stream()
        .filter(each -> !each.settled() && each.status() == status)
        .count();
  }

  private static boolean isOpen(ModeratedComment comment) {
    return comment.status() != Status.WITHDRAWN
        && (comment.humanVerdict().isEmpty() || comment.isEscalated());
  }

  /**
   * Begins; completes when it is known what is meant.
   *
   * @param asOf of the preview: what came later was not seen, and is meant only where those that come are
   * @param arrivals for how long to decide on those that come, at most {@link #LONGEST}; zero for not at all
   */
  public Future<BulkOutcome> decide(
      String who,
      SiteId site,
      CommentId campaign,
      Act act,
      Instant asOf,
      Duration arrivals,
      @Nullable String reason,
      @Nullable String note) {
    if (!ACTS.contains(act)) {
      return Future.succeededFuture(
          new Refused("A campaign is approved, rejected, or spam; nothing else."));
    }
    var mistake = Order.of(site, campaign, 1, act).saying(reason, note).mistake();
    if (mistake.isPresent()) {
      return Future.succeededFuture(new Refused(mistake.get()));
    }
    var batch = ids.get();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var stands = !arrivals.isZero();
    var until = now.plus(arrivals.compareTo(LONGEST) > 0 ? LONGEST : arrivals);
    var decision = new CampaignDecision(site, campaign, act, who, now, until, batch, reason, note);
    return (stands ? standing.stand(decision) : Future.<Void>succeededFuture())
        .compose(done -> related.members(site, campaign, Selection.MOST + 1))
        .map(members -> picks(members, stands ? null : asOf))
        .map(picks -> picks.isEmpty() && stands
            ? new Started(new BulkProgress(batch, 0, 0, 0, List.of(), true))
            : bulk.act(batch, who, picks, act, reason, note))
        .compose(outcome -> outcome instanceof Refused && stands
            ? standing.end(who, site, campaign).map(outcome)
            : Future.succeededFuture(outcome));
  }

  private static List<Pick> picks(List<CampaignMember> members, @Nullable Instant asOf) {
    return members.stream()
        .filter(each -> !each.settled() && each.status() != Status.WITHDRAWN)
        .filter(each -> asOf == null || !each.decidedAt().isAfter(asOf))
        .map(each -> new Pick(each.key().site(), each.key().comment(), each.version()))
        .toList();
  }
}
