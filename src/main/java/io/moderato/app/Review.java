package io.moderato.app;

import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.comment.PostRepository;
import io.moderato.moderation.AuthorStandings;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.MongoCommentChanges;
import io.moderato.moderation.MongoFillQueue;
import io.moderato.moderation.MongoHeldComments;
import io.moderato.moderation.MongoRelatedComments;
import io.moderato.moderation.SimilarDecisions;
import io.moderato.mongo.Mongo;
import io.moderato.recent.RecentComments;
import io.moderato.review.BulkActs;
import io.moderato.review.CampaignsApi;
import io.moderato.review.ClaimReview;
import io.moderato.review.Claims;
import io.moderato.review.DecideCampaign;
import io.moderato.review.DecideReview;
import io.moderato.review.FollowReview;
import io.moderato.review.MongoClaims;
import io.moderato.review.ReadContext;
import io.moderato.review.ReviewApi;
import io.moderato.review.ReviewAuthor;
import io.moderato.review.ReviewEvents;
import io.moderato.review.ReviewQueue;
import io.moderato.review.SettleActs;
import io.moderato.review.StandingCampaigns;
import io.moderato.review.UndoActs;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The parts by which held comments are decided, for the pages and for the API alike. */
record Review(
    ReviewQueue queue,
    Claims claims,
    ClaimReview claimReview,
    ReadContext readContext,
    DecideReview decide,
    UndoActs undo,
    BulkActs bulk,
    DecideCampaign decideCampaign,
    StandingCampaigns campaigns,
    ReviewAuthor author,
    ReviewEvents events,
    FollowReview follow,
    SettleActs settle,
    MongoFillQueue fill,
    Clock clock) {
  /** Then no act can be under way any more that another process had begun before this one started. */
  private static final long SETTLE_AFTER_MS = Duration.ofSeconds(90).toMillis();

  private static final long FORGET_CLAIMS_EVERY_MS = Duration.ofMinutes(10).toMillis();

  static Review open(
      Vertx vertx,
      Mongo mongo,
      SiteDirectory sites,
      ModeratedCommentRepository comments,
      PostRepository posts,
      AuthorStandings standings,
      StandingCampaigns campaigns,
      ChangeComment changeComment,
      RecentComments recent,
      AuditLog audit,
      AuditIds ids,
      Clock clock) {
    var database = mongo.database();
    var publishers = mongo.publishers();
    var events = new ReviewEvents(vertx);
    var claims = new MongoClaims(database, publishers, clock);
    var claimReview = new ClaimReview(claims, events, clock);
    var related = new MongoRelatedComments(database, publishers);
    var queue = new ReviewQueue(new MongoHeldComments(database, publishers), posts, claims);
    var decide = new DecideReview(changeComment, sites, claims, audit, ids, events, clock);
    var bulk = new BulkActs(queue, decide, audit, ids, clock);
    return new Review(
        queue,
        claims,
        claimReview,
        new ReadContext(
            comments, posts, related, new SimilarDecisions(recent, related), audit, claims),
        decide,
        new UndoActs(changeComment, sites, standings, campaigns, audit, ids, events, clock),
        bulk,
        new DecideCampaign(related, bulk, campaigns, ids, clock),
        campaigns,
        new ReviewAuthor(related, standings, audit, ids, clock),
        events,
        new FollowReview(
            new MongoCommentChanges(database, publishers), claims, events, claimReview, clock),
        new SettleActs(audit, comments, ids, clock),
        new MongoFillQueue(database, publishers),
        clock);
  }

  ReviewApi api() {
    return new ReviewApi(queue, claimReview, readContext, decide, undo, bulk, author, clock);
  }

  CampaignsApi campaignsApi() {
    return new CampaignsApi(decideCampaign, campaigns, clock);
  }

  /**
   * When the store can be used.
   *
   * @param shared whether other processes use the store, too
   * @param begin when this process began; it can't have been before then that it wrote anything
   */
  void start(Vertx vertx, boolean shared, Instant begin) {
    fill.run();
    follow.start(vertx);
    campaigns.start(vertx);
    if (shared) {
      vertx.setTimer(SETTLE_AFTER_MS, passed -> settle.settle(begin));
    } else {
      settle.settle(begin);
    }
    vertx.setPeriodic(FORGET_CLAIMS_EVERY_MS, tick -> claims.forgetEnded());
  }
}
