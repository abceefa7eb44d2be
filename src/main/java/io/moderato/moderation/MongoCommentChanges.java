package io.moderato.moderation;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.mongo.Publishers;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Collection {@code comments}, by the index {@code changes}. */
public final class MongoCommentChanges implements CommentChanges {
  private static final Bson TOLD = include(
      "site",
      "comment",
      "status",
      "version",
      "changedAt",
      "decision.decidedAt",
      "humanDecisions.by",
      "humanDecisions.at",
      "humanDecisions.verdict");

  private final MongoCollection<Document> comments;
  private final Publishers publishers;

  public MongoCommentChanges(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.publishers = publishers;
  }

  @Override
  public Future<List<CommentChange>> since(Instant time, int limit) {
    return publishers
        .all(comments
            .find(gte("changedAt", Date.from(time)))
            .sort(ascending("changedAt", "_id"))
            .projection(TOLD)
            .limit(limit)
            .batchSize(limit))
        .map(found -> found.stream().map(MongoCommentChanges::change).toList());
  }

  private static CommentChange change(Document document) {
    var at = document.getDate("changedAt");
    var decision = document.getList("humanDecisions", Document.class).stream()
        .filter(each -> at.equals(each.getDate("at")))
        .findFirst();
    return new CommentChange(
        new CommentKey(
            new SiteId(document.getString("site")), new CommentId(document.getString("comment"))),
        Status.of(document.getString("status")),
        document.getInteger("version"),
        at.toInstant(),
        decision.map(each -> each.getString("by")).orElse(null),
        decision
            .filter(each -> Verdict.HOLD.name().equals(each.getString("verdict")))
            .isPresent(),
        at.equals(document.get("decision", Document.class).getDate("decidedAt")));
  }
}
