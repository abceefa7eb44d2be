package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.mongo.Publishers;
import io.moderato.policy.Verdict;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Collection {@code comments}, by the indexes {@code byAuthor}, {@code shownByTime} and {@code byCampaign}. */
public final class MongoRelatedComments implements RelatedComments {
  private static final Bson MEMBER =
      include("site", "comment", "version", "status", "humanDecisions", "decision.decidedAt");

  private final MongoCollection<Document> comments;
  private final Publishers publishers;

  public MongoRelatedComments(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.publishers = publishers;
  }

  @Override
  public Future<List<ModeratedComment>> ofAuthor(SiteId site, String author, int limit) {
    return latest(byAuthor(site, author), descending("submittedAt", "_id"), limit);
  }

  @Override
  public Future<AuthorRecord> record(SiteId site, String author) {
    return publishers
        .all(comments
            .find(byAuthor(site, author))
            .sort(descending("submittedAt", "_id"))
            .projection(include("outcome"))
            .limit(ModeratedCommentRepository.MOST_OF_AN_AUTHOR))
        .map(found -> Outcome.record(
            found.stream().map(document -> Outcome.of(document.getString("outcome")))));
  }

  @Override
  public Future<Integer> countOfAuthor(SiteId site, String author, int atMost) {
    return publishers
        .first(comments.countDocuments(byAuthor(site, author), new CountOptions().limit(atMost)))
        .map(count -> count.orElseThrow().intValue());
  }

  private static Bson byAuthor(SiteId site, String author) {
    return and(eq("site", site.value()), eq("authorKey", author));
  }

  @Override
  public Future<List<ModeratedComment>> shownBefore(
      SiteId site, PostId post, Instant time, int limit) {
    var shown = and(
        eq("site", site.value()),
        eq("post", post.value()),
        eq("status", Status.APPROVED.word()),
        lt("submittedAt", Date.from(time)));
    return latest(shown, descending("submittedAt", "_id"), limit);
  }

  @Override
  public Future<List<ModeratedComment>> all(SiteId site, List<CommentId> ids) {
    var keys = ids.stream().map(id -> CommentDocument.key(site, id)).toList();
    return publishers
        .all(comments.find(in("_id", keys)).limit(ids.size()))
        .map(found -> found.stream().map(CommentDocument::read).toList());
  }

  @Override
  public Future<List<ModeratedComment>> ofCampaign(SiteId site, CommentId first, int limit) {
    var key = CommentDocument.key(site, first);
    var itself = publishers.all(comments.find(eq(key)).limit(1));
    return latest(eq("repeats.first", key), descending("repeats.at"), limit)
        .compose(repeats -> itself.map(
            found -> Stream.concat(repeats.stream(), found.stream().map(CommentDocument::read))
                .limit(limit)
                .toList()));
  }

  @Override
  public Future<List<CampaignMember>> members(SiteId site, CommentId first, int limit) {
    var key = CommentDocument.key(site, first);
    var itself = publishers.all(comments.find(eq(key)).projection(MEMBER).limit(1));
    var repeats = publishers.all(comments
        .find(eq("repeats.first", key))
        .sort(descending("repeats.at"))
        .projection(MEMBER)
        .limit(limit));
    return Future.all(repeats, itself)
        .map(both -> Stream.concat(repeats.result().stream(), itself.result().stream())
            .limit(limit)
            .map(MongoRelatedComments::member)
            .toList());
  }

  private static CampaignMember member(Document document) {
    var key = new CommentKey(
        new SiteId(document.getString("site")), new CommentId(document.getString("comment")));
    var decision = document.get("decision", Document.class);
    var settled = HumanDecision.standing(CommentDocument.readHumanDecisions(document))
        .filter(said -> said.verdict() != Verdict.HOLD)
        .isPresent();
    return new CampaignMember(
        key,
        document.getInteger("version"),
        Status.of(document.getString("status")),
        settled,
        decision.getDate("decidedAt").toInstant());
  }

  private Future<List<ModeratedComment>> latest(Bson filter, Bson order, int limit) {
    return publishers
        .all(comments.find(filter).sort(order).limit(limit))
        .map(found -> found.stream().map(CommentDocument::read).toList());
  }
}
