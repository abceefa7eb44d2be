package io.moderato.review;

import io.moderato.moderation.CommentChange;
import io.moderato.moderation.CommentChanges;
import io.moderato.moderation.Status;
import io.moderato.review.ReviewEvent.What;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** While somebody listens, looks once a second at what came into the queue, and at what other processes did there. */
public final class FollowReview {
  private static final Logger LOG = LoggerFactory.getLogger(FollowReview.class);
  private static final long PAUSE_MS = 1000;

  /** A change is seen though it was written so much later than it says. */
  private static final Duration OVERLAP = Duration.ofSeconds(3);

  private static final int MOST = 1000;

  private final CommentChanges changes;
  private final Claims claims;
  private final ReviewEvents events;
  private final ClaimReview claimReview;
  private final Clock clock;
  private Instant seen = Instant.MAX;

  public FollowReview(
      CommentChanges changes,
      Claims claims,
      ReviewEvents events,
      ClaimReview claimReview,
      Clock clock) {
    this.changes = changes;
    this.claims = claims;
    this.events = events;
    this.claimReview = claimReview;
    this.clock = clock;
  }

  /** Goes on until Vert.x is closed. */
  public void start(Vertx vertx) {
    vertx.runOnContext(begin -> soon(vertx));
  }

  private void soon(Vertx vertx) {
    vertx.setTimer(
        PAUSE_MS,
        passed -> look()
            .onFailure(failure -> LOG.atDebug()
                .addKeyValue("reason", failure.getMessage())
                .log("changes of the queue not known"))
            .onComplete(done -> soon(vertx)));
  }

  /** What happened before somebody began to listen is not told. */
  Future<Void> look() {
    var now = clock.instant();
    if (!events.isHeard()) {
      seen = Instant.MAX;
      return Future.succeededFuture();
    }
    var from = (seen.isAfter(now) ? now : seen).minus(OVERLAP);
    return Future.all(
            changes.since(from, MOST).onSuccess(found -> found.forEach(this::tell)),
            claims.madeSince(from, MOST).onSuccess(found -> found.forEach(claimReview::tell)))
        .onSuccess(done -> seen = now)
        .mapEmpty();
  }

  private void tell(CommentChange change) {
    var key = change.comment();
    what(change)
        .map(what ->
            new ReviewEvent(key.site(), key.comment(), what, change.decidedBy(), change.at()))
        .ifPresent(events::tell);
  }

  /** Empty for what never was in the queue. */
  private static Optional<What> what(CommentChange change) {
    if (change.decidedBy() != null) {
      var after = change.isEscalation() ? What.ESCALATED : What.CHANGED;
      return Optional.of(change.status() == Status.HELD ? after : What.DECIDED);
    }
    if (change.status() == Status.HELD) {
      return Optional.of(change.isNewText() ? What.ARRIVED : What.UNDONE);
    }
    return change.version() == 1 ? Optional.empty() : Optional.of(What.CHANGED);
  }
}
