package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.review.ReviewEvent.What;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;

/** Claims comments and releases them, so that everybody sees it at once. */
public final class ClaimReview {
  private final Claims claims;
  private final ReviewEvents events;
  private final Clock clock;

  public ClaimReview(Claims claims, ReviewEvents events, Clock clock) {
    this.claims = claims;
    this.events = events;
    this.clock = clock;
  }

  /** See {@link Claims#claim}. */
  public Future<Claim> claim(SiteId site, CommentId comment, String who, boolean takeOver) {
    return claims.claim(site, comment, who, takeOver).onSuccess(claim -> {
      if (claim.isOf(who)) {
        tell(claim);
      }
    });
  }

  /** What was claimed elsewhere already. */
  void tell(Claim claim) {
    var at = claim.until().minus(Claim.LEASE);
    events.tell(new ReviewEvent(claim.site(), claim.comment(), What.CLAIMED, claim.holder(), at));
  }

  public Future<Void> release(SiteId site, CommentId comment, String who) {
    return claims
        .release(site, comment, who)
        .onSuccess(done ->
            events.tell(new ReviewEvent(site, comment, What.RELEASED, who, clock.instant())));
  }
}
