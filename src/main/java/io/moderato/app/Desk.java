package io.moderato.app;

import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.comment.PostRepository;
import io.moderato.desk.ActPages;
import io.moderato.desk.BulkPages;
import io.moderato.desk.Cards;
import io.moderato.desk.HistoryPages;
import io.moderato.desk.Names;
import io.moderato.desk.NewsPages;
import io.moderato.desk.QueuePages;
import io.moderato.desk.QueueViews;
import io.moderato.desk.ReviewableSites;
import io.moderato.desk.ShowComment;
import io.moderato.http.Door;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.MongoHeldComments;
import io.moderato.mongo.Mongo;
import io.moderato.review.BulkActs;
import io.moderato.review.DecideReview;
import io.moderato.review.MongoClaims;
import io.moderato.review.ReviewEvents;
import io.moderato.review.ReviewQueue;
import io.moderato.review.UndoActs;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteRepository;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** The parts that show held comments to moderators. */
final class Desk {
  private Desk() {}

  static List<Door> pages(
      Vertx vertx,
      Mongo mongo,
      SiteRepository sites,
      SiteDirectory directory,
      ModeratedCommentRepository comments,
      PostRepository posts,
      ChangeComment changeComment,
      AuditLog audit,
      AuditIds ids,
      People people,
      Clock clock) {
    var events = new ReviewEvents(vertx);
    var claims = new MongoClaims(mongo.database(), mongo.publishers(), clock);
    var held = new MongoHeldComments(mongo.database(), mongo.publishers());
    var queue = new ReviewQueue(held, posts, claims);
    var decide = new DecideReview(changeComment, directory, claims, audit, ids, events, clock);
    var undo = new UndoActs(changeComment, directory, audit, ids, events, clock);
    var bulk = new BulkActs(queue, decide, audit, ids, clock);

    var guard = people.guard();
    var names = new Names(people.moderators(), clock);
    var reviewable = new ReviewableSites(sites, directory);
    var views = new QueueViews(queue, names, clock);
    var show = new ShowComment(reviewable, comments, posts, queue, audit, claims);
    var cards = new Cards(show, reviewable, queue, claims, names, clock);
    return List.of(
        new QueuePages(guard, reviewable, views, cards, claims, names),
        new ActPages(guard, cards, reviewable, views, decide, undo, audit, names, clock),
        new BulkPages(guard, reviewable, views, bulk),
        new NewsPages(vertx, guard, events, names),
        new HistoryPages(guard, reviewable, audit, ids, names, clock));
  }
}
