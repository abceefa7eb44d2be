package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.mongo.Publishers;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code comments}: {@code _id} "site/comment", one document as {@link CommentDocument} lays it out. */
public final class MongoModeratedCommentRepository implements ModeratedCommentRepository {
  private final MongoCollection<Document> comments;
  private final MongoCollection<PastDecision> decisions;
  private final Publishers publishers;

  public MongoModeratedCommentRepository(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.decisions = database
        .getCollection("comments", PastDecision.class)
        .withCodecRegistry(
            fromRegistries(fromCodecs(new PastDecisionDocument()), database.getCodecRegistry()));
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
    var unchanged = and(
        eq(document.get("_id")),
        eq("version", comment.version() - 1),
        eq("leaving", document.get("leaving")));
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
  public Future<List<PastDecision>> decided(
      SiteId site,
      Period period,
      PastDecision.@Nullable Place before,
      int limit,
      boolean withText) {
    var filters = new ArrayList<Bson>();
    filters.add(eq("site", site.value()));
    if (period.from() != null) {
      filters.add(gte(PastDecisionDocument.AT, Date.from(period.from())));
    }
    if (period.to() != null) {
      filters.add(lt(PastDecisionDocument.AT, Date.from(period.to())));
    }
    if (before != null) {
      filters.add(lte(PastDecisionDocument.AT, Date.from(before.at())));
      filters.add(or(
          lt(PastDecisionDocument.AT, Date.from(before.at())),
          lt("_id", CommentDocument.key(site, before.id()))));
    }
    return publishers.all(decisions
        .find(and(filters))
        .sort(descending(PastDecisionDocument.AT, "_id"))
        .projection(PastDecisionDocument.projection(withText))
        .limit(limit)
        .batchSize(limit));
  }

  @Override
  public Future<List<ModeratedComment>> findAll(SiteId site, Collection<CommentId> ids) {
    var keys = ids.stream().map(id -> CommentDocument.key(site, id)).toList();
    return publishers
        .all(comments.find(in("_id", keys)).limit(Math.max(1, keys.size())))
        .map(found -> found.stream().map(CommentDocument::read).toList());
  }

  @Override
  public Future<AuthorRecord> authorRecord(SiteId site, Author author, CommentId except) {
    var filter = and(eq("site", site.value()), eq("authorKey", author.key()));
    var latest = comments
        .withReadConcern(
            ReadConcern.LOCAL) // by name: the embedded store does not wait for its disk then
        .find(filter)
        .sort(descending("submittedAt", "_id"))
        .projection(include("_id", "outcome"))
        .limit(MOST_OF_AN_AUTHOR)
        .batchSize(MOST_OF_AN_AUTHOR);
    var own = CommentDocument.key(site, except);
    return publishers
        .all(latest)
        .map(found -> Outcome.record(found.stream()
            .filter(document -> !own.equals(document.get("_id")))
            .map(document -> Outcome.of(document.getString("outcome")))));
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
