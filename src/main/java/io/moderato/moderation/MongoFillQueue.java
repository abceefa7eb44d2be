package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.vertx.core.Future;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the held comments of a store that is older than the review queue, or than the search for words by an index, their place in it: once, page by page, going on where it was
 * stopped. How far it has come stands in collection {@code operator}.
 */
public final class MongoFillQueue {
  private static final Logger LOG = LoggerFactory.getLogger(MongoFillQueue.class);
  private static final String MARK = "queueFilledWithText";
  private static final int PAGE = 500;

  private final MongoCollection<Document> comments;
  private final MongoCollection<Document> operator;
  private final Publishers publishers;

  public MongoFillQueue(MongoDatabase database, Publishers publishers) {
    this.comments = database.getCollection("comments");
    this.operator = database.getCollection("operator");
    this.publishers = publishers;
  }

  /** Completes with how many comments were given a place, when there is nothing left to do. */
  public Future<Integer> run() {
    return publishers.first(operator.find(eq(MARK)).limit(1)).compose(found -> {
      var mark = found.orElse(new Document("after", "").append("done", false));
      return mark.getBoolean("done")
          ? Future.succeededFuture(0)
          : pages(mark.getString("after"), 0)
              .onSuccess(
                  count -> LOG.atInfo().addKeyValue("comments", count).log("review queue filled"));
    });
  }

  private Future<Integer> pages(String after, int soFar) {
    return publishers
        .all(comments
            .find(gt("_id", after))
            .sort(ascending("_id"))
            .projection(include("status", "queue.id", "queue.site"))
            .limit(PAGE))
        .compose(page -> {
          if (page.isEmpty()) {
            return mark(after, true).map(soFar);
          }
          var last = page.get(page.size() - 1).getString("_id");
          return fill(page)
              .compose(count -> mark(last, false).compose(marked -> pages(last, soFar + count)));
        });
  }

  private Future<Integer> fill(List<Document> page) {
    var without = page.stream()
        .filter(document -> Status.HELD.word().equals(document.getString("status")))
        .filter(document -> !hasText(document))
        .map(document -> document.get("_id"))
        .toList();
    if (without.isEmpty()) {
      return Future.succeededFuture(0);
    }
    return publishers
        .all(comments.find(in("_id", without)).limit(without.size()))
        .compose(held -> Future.all(held.stream().map(this::fill).toList()))
        .map(all -> without.size());
  }

  private static boolean hasText(Document document) {
    return document.get("queue") instanceof Document queue && queue.containsKey("site");
  }

  /** What is changed in the meantime is given its place by the change. */
  private Future<Void> fill(Document held) {
    var unchanged = and(eq(held.get("_id")), eq("version", held.get("version")));
    return CommentDocument.queue(CommentDocument.read(held))
        .map(queue -> publishers.done(comments.updateOne(unchanged, set("queue", queue))))
        .orElse(Future.succeededFuture());
  }

  private Future<Void> mark(String after, boolean done) {
    return publishers.done(operator.replaceOne(
        eq(MARK),
        new Document("_id", MARK).append("after", after).append("done", done),
        new ReplaceOptions().upsert(true)));
  }
}
