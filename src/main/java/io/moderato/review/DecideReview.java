package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.comment.CommentId;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Retention;
import io.moderato.moderation.Status;
import io.moderato.review.ActOutcome.Absent;
import io.moderato.review.ActOutcome.Done;
import io.moderato.review.ActOutcome.HeldByAnother;
import io.moderato.review.ActOutcome.LostRace;
import io.moderato.review.ActOutcome.Refused;
import io.moderato.review.ReviewEvent.What;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what a person wants done with a comment: once, on the version that the person saw, and not while somebody else looks at it. */
public final class DecideReview {
  private final ChangeComment changeComment;
  private final SiteDirectory sites;
  private final Claims claims;
  private final WriteDown writeDown;
  private final ReviewEvents events;

  /** @param ids of audit entries */
  public DecideReview(
      ChangeComment changeComment,
      SiteDirectory sites,
      Claims claims,
      AuditLog audit,
      Supplier<String> ids,
      ReviewEvents events,
      Clock clock) {
    this.changeComment = changeComment;
    this.sites = sites;
    this.claims = claims;
    this.writeDown = new WriteDown(audit, ids, clock);
    this.events = events;
  }

  /** @param who may review the order's site */
  public Future<ActOutcome> act(String who, Order order) {
    return act(who, order, Batch.NONE);
  }

  Future<ActOutcome> act(String who, Order order, Batch batch) {
    var mistake = order.mistake();
    return mistake.isPresent()
        ? Future.succeededFuture(new Refused(mistake.get()))
        : claimOfAnother(who, order)
            .compose(claim -> claim != null
                ? Future.succeededFuture(new HeldByAnother(claim))
                : sites
                    .find(order.site())
                    .compose(site -> site.isEmpty()
                        ? Future.succeededFuture(new Absent())
                        : new Attempt(who, order, batch, site.get()).make()));
  }

  /** A note hinders nobody, and neither does it to call a reason wrong. */
  private Future<@Nullable Claim> claimOfAnother(String who, Order order) {
    return order.act() == Act.NOTE || order.act() == Act.WRONG_REASON
        ? Future.succeededFuture(null)
        : claims
            .of(order.site(), order.comment())
            .map(found -> found.filter(claim -> !claim.isOf(who)).orElse(null));
  }

  private final class Attempt {
    private final String who;
    private final Order order;
    private final Batch batch;
    private final Site site;

    private @Nullable AuditEntry written;

    Attempt(String who, Order order, Batch batch, Site site) {
      this.who = who;
      this.order = order;
      this.batch = batch;
      this.site = site;
    }

    Future<ActOutcome> make() {
      return changeComment.change(site.id(), order.comment(), this::on).compose(this::outcome);
    }

    private Future<Moderated> on(ModeratedComment stored) {
      if (order.act() != Act.NOTE && stored.version() != order.version()) {
        return Future.succeededFuture(new Conflict("another version"));
      }
      if (order.verdict() != null && stored.status() == Status.WITHDRAWN) {
        return Future.succeededFuture(new Conflict("withdrawn"));
      }
      return write(stored).map(entry -> decided(stored, entry));
    }

    /** Once, though the change may be tried again. */
    private Future<AuditEntry> write(ModeratedComment stored) {
      if (written != null) {
        return Future.succeededFuture(written);
      }
      var entry = batch.mark(writeDown
          .entry(who, order.act(), stored)
          .saying(order.reason(), order.note())
          .with("after", after(stored).word()));
      written = labelled(entry);
      return writeDown.write(written).map(written);
    }

    private Status after(ModeratedComment stored) {
      var verdict = order.verdict();
      return verdict == null ? stored.status() : Status.of(verdict);
    }

    private AuditEntry labelled(AuditEntry entry) {
      var result = entry;
      for (var label : order.allLabels().entrySet()) {
        result = result.with("label." + label.getKey(), label.getValue().toString());
      }
      return result;
    }

    private Moderated decided(ModeratedComment stored, AuditEntry entry) {
      var verdict = order.verdict();
      var labels = order.allLabels();
      if (verdict == null && (labels.isEmpty() || order.act() == Act.NOTE)) {
        return new Unchanged(stored);
      }
      var decision =
          new HumanDecision(verdict, labels, who, entry.at(), order.note(), order.reason());
      return new Stored(stored.decided(decision, Retention.of(site)).heardBy(site));
    }

    private Future<ActOutcome> outcome(Moderated outcome) {
      if (outcome instanceof Stored stored) {
        return done(stored.comment());
      }
      if (outcome instanceof Unchanged unchanged) {
        return done(unchanged.comment());
      }
      return writeDown
          .refused(written, outcome instanceof Conflict conflict ? conflict.why() : "gone")
          .compose(said ->
              outcome instanceof Conflict ? lostRace() : Future.succeededFuture(new Absent()));
    }

    private Future<ActOutcome> done(ModeratedComment comment) {
      var entry = Objects.requireNonNull(written);
      if (order.verdict() == null) {
        return Future.succeededFuture(new Done(comment, entry));
      }
      tell(site.id(), order.comment(), entry);
      return claims
          .release(site.id(), order.comment(), who)
          .otherwiseEmpty() // it ends by itself
          .map(released -> new Done(comment, entry));
    }

    private void tell(SiteId site, CommentId comment, AuditEntry entry) {
      var what = order.act() == Act.ESCALATE ? What.ESCALATED : What.DECIDED;
      events.tell(new ReviewEvent(site, comment, what, who, entry.at()));
    }

    private Future<ActOutcome> lostRace() {
      return changeComment
          .change(site.id(), order.comment(), now -> Future.succeededFuture(new Unchanged(now)))
          .compose(now -> now instanceof Unchanged unchanged
              ? writeDown
                  .latest(unchanged.comment())
                  .map(by -> new LostRace(unchanged.comment(), by.orElse(null)))
              : Future.succeededFuture(new Absent()));
    }
  }
}
