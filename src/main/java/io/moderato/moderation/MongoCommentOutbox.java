package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Collection {@code comments}: {@code nextDeliveryAt} is when the first event in {@code events} is due, or when the lease of who
 * has claimed them ends, or null; {@code leaving} is the time of the latest claim.
 */
public final class MongoCommentOutbox implements CommentOutbox {
  private final MongoCollection<Document> comments;
  private final Publishers publishers;

  public MongoCommentOutbox(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.publishers = publishers;
  }

  @Override
  public Future<List<Due>> due(Instant now, int limit) {
    var found = comments
        .find(lte("nextDeliveryAt", Date.from(now)))
        .projection(include("site", "comment", "nextDeliveryAt"))
        .sort(ascending("nextDeliveryAt"))
        .limit(limit);
    return publishers
        .all(found)
        .map(all -> all.stream()
            .map(document -> new Due(
                new SiteId(document.getString("site")),
                new CommentId(document.getString("comment")),
                document.getDate("nextDeliveryAt").toInstant()))
            .toList());
  }

  @Override
  public Future<Optional<ModeratedComment>> claim(Due due, Instant now, Instant leaseEnd) {
    var free = and(
        eq(CommentDocument.key(due.site(), due.id())),
        eq("nextDeliveryAt", Date.from(due.since())));
    var taken = combine(set("nextDeliveryAt", Date.from(leaseEnd)), max("leaving", Date.from(now)));
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    return publishers
        .first(comments.findOneAndUpdate(free, taken, after))
        .map(found -> found.map(CommentDocument::read));
  }

  @Override
  public Future<Void> left(ModeratedComment claimed, Instant leaseEnd) {
    var comment = claimed.comment();
    var stillMine = and(
        eq(CommentDocument.key(comment.site(), comment.id())),
        eq("version", claimed.version()),
        eq("nextDeliveryAt", Date.from(leaseEnd)));
    var left = claimed.events().afterLeaving();
    return publishers.done(comments.updateOne(
        stillMine,
        combine(
            set("events", CommentDocument.events(left)),
            set("nextDeliveryAt", CommentDocument.date(left.due())))));
  }
}
