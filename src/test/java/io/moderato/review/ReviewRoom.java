package io.moderato.review;

import static io.moderato.moderation.ModeratedComments.NOW;

import io.moderato.AdjustableClock;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.audit.MongoAuditLog;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.Label;
import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.MongoPostRepository;
import io.moderato.comment.PostId;
import io.moderato.comment.PostRepository;
import io.moderato.comment.TextFormat;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.CommentChanges;
import io.moderato.moderation.FakeClassifier;
import io.moderato.moderation.HeldComments;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedComments;
import io.moderato.moderation.MongoAuthorStandings;
import io.moderato.moderation.MongoCommentChanges;
import io.moderato.moderation.MongoHeldComments;
import io.moderato.moderation.MongoModeratedCommentRepository;
import io.moderato.moderation.MongoRelatedComments;
import io.moderato.moderation.RememberChange;
import io.moderato.moderation.SimilarDecisions;
import io.moderato.mongo.TestStore;
import io.moderato.recent.SomeRecentComments;
import io.moderato.site.MongoSiteRepository;
import io.moderato.site.Privacy;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.moderato.site.Sites;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All that moderators work with, over a store of its own, with the sites {@code blog} and {@code news}. */
@SuppressWarnings("NullAway.Init") // made before each test
final class ReviewRoom implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  static final SiteId BLOG = new SiteId("blog");
  static final SiteId NEWS = new SiteId("news");

  private final TestStore store = TestStore.embedded();
  private final List<ClassifierPool> pools = new ArrayList<>();

  AdjustableClock clock = new AdjustableClock(NOW.toString());
  MongoModeratedCommentRepository comments;
  PostRepository posts;
  HeldComments held;
  Claims claims;
  AuditLog audit;
  ChangeComment changeComment;
  CommentChanges changes;
  ReviewEvents events;
  ReviewQueue queue;
  ReviewAuthor author;
  ReadContext readContext;
  DecideReview decide;
  UndoActs undo;
  BulkActs bulk;
  StandingCampaigns campaigns;
  DecideCampaign decideCampaign;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    store.beforeAll(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    store.beforeEach(context);
    var database = store.mongo().database();
    var publishers = store.mongo().publishers();
    clock = new AdjustableClock(NOW.toString());
    comments = new MongoModeratedCommentRepository(database, publishers);
    posts = new MongoPostRepository(database, publishers);
    held = new MongoHeldComments(database, publishers);
    claims = new MongoClaims(database, publishers, clock);
    changes = new MongoCommentChanges(database, publishers);
    audit = new MongoAuditLog(database, publishers);
    events = new ReviewEvents(store.vertx());
    var sites = new MongoSiteRepository(database, publishers);
    sites.addIfNew(Sites.keeping("blog", 30, Privacy.DEFAULT)).await();
    sites.addIfNew(Sites.keeping("news", 30, Privacy.DEFAULT)).await();
    var directory = new SiteDirectory(sites, clock);
    var pool = new ClassifierPool(store.vertx(), new FakeClassifier(), 1);
    pools.add(pool);
    var recent = SomeRecentComments.empty(clock);
    changeComment = new ChangeComment(comments, new RememberChange(pool, recent), site -> {});
    var ids = new AuditIds(clock);
    queue = new ReviewQueue(held, posts, claims);
    decide = new DecideReview(changeComment, directory, claims, audit, ids, events, clock);
    var standings = new MongoAuthorStandings(database, publishers);
    var related = new MongoRelatedComments(database, publishers);
    author = new ReviewAuthor(related, standings, audit, ids, clock);
    readContext = new ReadContext(
        comments, posts, related, new SimilarDecisions(recent, related), audit, claims);
    campaigns = new StandingCampaigns(
        new MongoCampaignDecisions(database, publishers), comments, audit, ids, clock);
    undo = new UndoActs(changeComment, directory, standings, campaigns, audit, ids, events, clock);
    bulk = new BulkActs(queue, decide, audit, ids, clock);
    decideCampaign = new DecideCampaign(related, bulk, campaigns, ids, clock);
  }

  Vertx vertx() {
    return store.vertx();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    pools.forEach(ClassifierPool::close);
    store.afterAll(context);
  }

  /** A comment of {@code blog} that waits since {@link ModeratedComments#NOW}. */
  ModeratedComment holds(String id) {
    return holds(id, Map.of(Label.SPAM, 0.5), NOW);
  }

  ModeratedComment holds(String id, Map<Label, Double> scores, Instant at) {
    return store(ModeratedComments.held(comment(BLOG, id, "Thanks."), scores, at));
  }

  ModeratedComment store(ModeratedComment comment) {
    comments.addIfNew(comment).await();
    return comment;
  }

  static Comment comment(SiteId site, String id, String text) {
    return new Comment(
        site,
        new CommentId(id),
        new PostId("p-1"),
        null,
        new Author("a-" + id, "Ann " + id, null, null, null, null),
        text,
        TextFormat.TEXT,
        NOW,
        false,
        null);
  }

  ModeratedComment stored(String id) {
    return comments.find(BLOG, new CommentId(id)).await().orElseThrow();
  }

  /** Of the whole log, the oldest first. */
  List<AuditEntry> writtenDown() {
    var entries = new ArrayList<>(audit.page(AuditQuery.ALL, null, 10_000).await());
    Collections.reverse(entries);
    return entries;
  }
}
