package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.mongo.Publishers;
import io.moderato.policy.Verdict;
import io.moderato.recent.Change;
import io.moderato.recent.StoredComment;
import io.moderato.recent.StoredComments;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code comments}, as {@link CommentDocument} lays it out, by {@code changedAt}. */
public final class MongoStoredComments implements StoredComments {
  private static final Bson TOLD = include(
      "site",
      "comment",
      "post",
      "author",
      "text",
      "format",
      "status",
      "cameAt",
      "changedAt",
      "expiresAt",
      "campaign",
      "decision.verdict",
      "humanDecisions");

  private final MongoCollection<Document> comments;
  private final Publishers publishers;

  public MongoStoredComments(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.publishers = publishers;
  }

  @Override
  public Future<List<StoredComment>> latest(@Nullable Change before, int limit) {
    var found = before == null ? comments.find() : comments.find(before(before));
    return publishers
        .all(found
            .sort(descending("changedAt", "_id"))
            .projection(TOLD)
            .limit(limit)
            .batchSize(limit))
        .map(documents -> documents.stream().map(MongoStoredComments::comment).toList());
  }

  /** The first part limits the index, which alone would not see through the second. */
  private static Bson before(Change end) {
    var at = Date.from(end.at());
    return and(lte("changedAt", at), or(lt("changedAt", at), lt("_id", CommentDocument.key(end))));
  }

  @Override
  public Future<List<Change>> changes(Instant since, @Nullable Change after, int limit) {
    var filter = after == null ? gte("changedAt", Date.from(since)) : after(after);
    return publishers
        .all(comments
            .find(filter)
            .sort(ascending("changedAt", "_id"))
            .projection(include("_id", "changedAt"))
            .limit(limit)
            .batchSize(limit))
        .map(documents -> documents.stream().map(MongoStoredComments::change).toList());
  }

  private static Bson after(Change end) {
    var at = Date.from(end.at());
    return and(gte("changedAt", at), or(gt("changedAt", at), gt("_id", CommentDocument.key(end))));
  }

  @Override
  public Future<List<StoredComment>> read(List<Change> changes) {
    var keys = changes.stream().map(CommentDocument::key).toList();
    return publishers
        .all(comments.find(in("_id", keys)).projection(TOLD).limit(keys.size()))
        .map(documents -> documents.stream().map(MongoStoredComments::comment).toList());
  }

  private static Change change(Document document) {
    var key = document.getString("_id");
    int slash = key.indexOf('/'); // none is in a site's id
    return new Change(
        document.getDate("changedAt").toInstant(),
        new SiteId(key.substring(0, slash)),
        new CommentId(key.substring(slash + 1)));
  }

  private static StoredComment comment(Document document) {
    var expiresAt = document.getDate("expiresAt");
    return new StoredComment(
        change(document),
        new PostId(document.getString("post")),
        CommentDocument.readAuthor(document.get("author", Document.class)),
        document.getString("text"),
        TextFormat.of(document.getString("format")),
        document.getDate("cameAt").toInstant(),
        expiresAt == null ? null : expiresAt.toInstant(),
        document.getString("campaign"),
        RememberChange.said(
            CommentDocument.readHumanDecisions(document),
            Verdict.valueOf(document.get("decision", Document.class).getString("verdict"))),
        Status.of(document.getString("status")) == Status.WITHDRAWN);
  }
}
