package io.moderato.app;

import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.dashboard.DashboardPages;
import io.moderato.dashboard.ExamplesPages;
import io.moderato.dashboard.ModelsPages;
import io.moderato.desk.ActPages;
import io.moderato.desk.AuthorPages;
import io.moderato.desk.BulkPages;
import io.moderato.desk.CampaignPages;
import io.moderato.desk.Cards;
import io.moderato.desk.ErasurePages;
import io.moderato.desk.HistoryPages;
import io.moderato.desk.Names;
import io.moderato.desk.NewsPages;
import io.moderato.desk.QueuePages;
import io.moderato.desk.QueueViews;
import io.moderato.desk.ReviewableSites;
import io.moderato.desk.ShowComment;
import io.moderato.erasure.EraseAuthor;
import io.moderato.http.Door;
import io.moderato.learning.LearningApi;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteRepository;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/** The parts that show held comments to moderators. */
final class Desk {
  private Desk() {}

  static List<Door> pages(
      Vertx vertx,
      SiteRepository sites,
      SiteDirectory directory,
      ModeratedCommentRepository comments,
      Review review,
      EraseAuthor eraseAuthor,
      AuditLog audit,
      AuditIds ids,
      LearningApi learning,
      BiFunction<Site, Buffer, Future<Integer>> takeExamples,
      People people,
      Clock clock) {
    var guard = people.guard();
    var names = new Names(people.moderators(), clock);
    var reviewable = new ReviewableSites(sites, directory);
    var views = new QueueViews(review.queue(), names, clock);
    var show = new ShowComment(reviewable, review.readContext(), comments, review.queue());
    var cards = new Cards(show, reviewable, review.queue(), review.claimReview(), names, clock);
    return List.of(
        new QueuePages(guard, reviewable, views, cards, review.claimReview(), names),
        new ActPages(
            guard, cards, reviewable, views, review.decide(), review.undo(), audit, names, clock),
        new BulkPages(guard, reviewable, views, review.bulk()),
        new CampaignPages(
            guard, reviewable, views, review.decideCampaign(), review.campaigns(), names),
        new AuthorPages(guard, reviewable, review.author(), names, clock),
        new ErasurePages(guard, reviewable, eraseAuthor),
        new DashboardPages(guard, reviewable, review.queue(), audit, names, clock),
        new ModelsPages(guard, reviewable, learning, audit, ids, names),
        new ExamplesPages(guard, reviewable, learning, takeExamples, audit, ids),
        new NewsPages(vertx, guard, review.events(), names),
        new HistoryPages(guard, reviewable, audit, ids, names, clock));
  }
}
