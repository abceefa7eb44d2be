package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code comments}: {@code _id} "site/comment", one document as {@link CommentDocument} lays it out. */
public final class MongoModeratedCommentRepository implements ModeratedCommentRepository {
  private final MongoCollection<Document> comments;
  private final Publishers publishers;

  public MongoModeratedCommentRepository(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.publishers = publishers;
  }

  @Override
  public Future<Boolean> addIfNew(ModeratedComment comment) {
    return publishers.unlessDuplicate(comments.insertOne(CommentDocument.of(comment)));
  }

  @Override
  public Future<Optional<ModeratedComment>> find(SiteId site, CommentId id) {
    return publishers
        .first(comments.find(eq(CommentDocument.key(site, id))).limit(1))
        .map(found -> found.map(CommentDocument::read));
  }

  @Override
  public Future<Boolean> replace(ModeratedComment comment) {
    var document = CommentDocument.of(comment);
    var unchanged = and(eq(document.get("_id")), eq("version", comment.version() - 1));
    return publishers
        .first(comments.replaceOne(unchanged, document))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  @Override
  public Future<List<ModeratedComment>> approved(
      SiteId site, PostId post, CommentView view, @Nullable PagePosition after, int limit) {
    var field = view == CommentView.FLAT ? "submittedAt" : "path";
    var shown = and(
        eq("site", site.value()), eq("post", post.value()), eq("status", Status.APPROVED.word()));
    var filter = after == null ? shown : and(shown, behind(site, view, field, after));
    return publishers
        .all(comments.find(filter).sort(ascending(field, "_id")).limit(limit))
        .map(found -> found.stream().map(CommentDocument::read).toList());
  }

  private static Bson behind(SiteId site, CommentView view, String field, PagePosition after) {
    Object key = view == CommentView.FLAT ? new Date(Long.parseLong(after.key())) : after.key();
    return or(
        gt(field, key), and(eq(field, key), gt("_id", CommentDocument.key(site, after.id()))));
  }

  @Override
  public Future<List<ModeratedComment>> all(SiteId site, @Nullable CommentId after, int limit) {
    var begin = after == null ? site.value() + "/" : CommentDocument.key(site, after);
    var ofSite = and(gt("_id", begin), lt("_id", site.value() + "0")); // '0' follows '/'
    return publishers
        .all(comments.find(ofSite).sort(ascending("_id")).limit(limit))
        .map(found -> found.stream().map(CommentDocument::read).toList());
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = lte("expiresAt", Date.from(now));
    var ids = comments.find(expired).projection(include("_id")).limit(limit);
    return publishers.all(ids).compose(found -> {
      if (found.isEmpty()) {
        return Future.succeededFuture(0);
      }
      var keys = found.stream().map(document -> document.get("_id")).toList();
      return publishers
          .first(comments.deleteMany(and(in("_id", keys), expired))) // an edit may have saved one
          .map(result -> (int) result.orElseThrow().getDeletedCount());
    });
  }
}
