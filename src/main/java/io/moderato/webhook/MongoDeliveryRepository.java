package io.moderato.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.moderato.webhook.Delivery.State;
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

/**
 * Collection {@code deliveries}: {@code _id} is the delivery's. {@code endpoint} is its lane for good; {@code lane}, {@code dueAt} and
 * {@code waitingSince} are there while it waits, so that nobody who looks for work walks over what is done. {@code owner} has claimed it
 * and not settled it yet.
 */
public final class MongoDeliveryRepository implements DeliveryRepository {
  private final MongoCollection<Document> deliveries;
  private final Publishers publishers;

  public MongoDeliveryRepository(MongoDatabase database, Publishers publishers) {
    this.deliveries = database.getCollection("deliveries");
    this.publishers = publishers;
  }

  @Override
  public Future<Boolean> addIfNew(Delivery delivery) {
    return publishers.unlessDuplicate(deliveries.insertOne(document(delivery)));
  }

  /** Jumps from lane to lane: one look into the index each. */
  @Override
  public Future<List<String>> lanes(String after, int limit) {
    return lanes(after, limit, new ArrayList<>());
  }

  private Future<List<String>> lanes(String after, int limit, List<String> found) {
    if (found.size() == limit) {
      return Future.succeededFuture(found);
    }
    var next = deliveries
        .find(gt("lane", after))
        .projection(include("lane"))
        .sort(ascending("lane", "dueAt"))
        .limit(1);
    return publishers.first(next).compose(document -> {
      if (document.isEmpty()) {
        return Future.succeededFuture(found);
      }
      var lane = document.get().getString("lane");
      found.add(lane);
      return lanes(lane, limit, found);
    });
  }

  @Override
  public Future<List<Delivery>> due(String lane, Instant now, int limit) {
    return all(and(eq("lane", lane), lte("dueAt", Date.from(now))), ascending("dueAt"), limit);
  }

  @Override
  public Future<Optional<Delivery>> claim(Delivery due, String owner, Instant leaseEnd) {
    var unchanged = and(eq(due.id()), eq("lane", due.lane()), eq("dueAt", Date.from(due.dueAt())));
    var taken = combine(set("dueAt", Date.from(leaseEnd)), set("owner", owner), inc("attempts", 1));
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    return publishers
        .first(deliveries.findOneAndUpdate(unchanged, taken, after))
        .map(found -> found.map(MongoDeliveryRepository::delivery));
  }

  @Override
  public Future<Boolean> settle(Delivery claimed, String owner, Delivery next) {
    return replace(
        and(
            eq(claimed.id()),
            eq("owner", owner),
            eq("lane", claimed.lane()),
            eq("dueAt", Date.from(claimed.dueAt()))),
        document(next));
  }

  @Override
  public Future<Optional<Delivery>> before(Delivery delivery) {
    return first(
        and(ofComment(delivery), lt("version", delivery.version())), descending("version"));
  }

  @Override
  public Future<Void> wakeNext(Delivery done, Instant now) {
    return first(and(ofComment(done), gt("version", done.version())), ascending("version"))
        .compose(next -> next.isEmpty() || !next.get().dueAt().isAfter(now)
            ? Future.succeededFuture()
            : publishers.done(deliveries.updateOne(
                and(
                    eq(next.get().id()),
                    eq("lane", done.lane()),
                    eq("owner", null), // who has claimed it looks once more itself
                    eq("dueAt", Date.from(next.get().dueAt()))),
                set("dueAt", Date.from(now)))));
  }

  private static Bson ofComment(Delivery delivery) {
    return and(eq("lane", delivery.lane()), eq("comment", delivery.comment()));
  }

  @Override
  public Future<Optional<Delivery>> find(SiteId site, String webhook, String id) {
    return first(and(eq(id), eq("endpoint", Delivery.lane(site, webhook))), ascending("_id"));
  }

  @Override
  public Future<List<Delivery>> page(
      SiteId site, String webhook, @Nullable State state, @Nullable String after, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(eq("endpoint", Delivery.lane(site, webhook)));
    if (state != null) {
      filters.add(eq("state", state.word()));
    }
    if (after != null) {
      filters.add(lt("_id", after));
    }
    return all(and(filters), descending("_id"), limit);
  }

  @Override
  public Future<Boolean> revive(Delivery done, Delivery next) {
    return replace(and(eq(done.id()), eq("state", done.state().word())), document(next));
  }

  @Override
  public Future<Integer> eraseLane(String lane, int limit) {
    return erase(eq("lane", lane), limit);
  }

  @Override
  public Future<Integer> eraseOf(SiteId site, Collection<String> comments) {
    return publishers
        .first(deliveries.deleteMany(and(eq("site", site.value()), in("comment", comments))))
        .map(result -> (int) result.orElseThrow().getDeletedCount());
  }

  @Override
  public Future<Optional<Instant>> oldest() {
    var found = deliveries
        .find(gt("waitingSince", new Date(0)))
        .projection(include("waitingSince"))
        .sort(ascending("waitingSince"))
        .limit(1);
    return publishers
        .first(found)
        .map(document -> document.map(one -> one.getDate("waitingSince").toInstant()));
  }

  @Override
  public Future<Integer> waiting(int limit) {
    var found = deliveries
        .find(gt("waitingSince", new Date(0)))
        .projection(include("_id"))
        .limit(limit);
    return publishers.all(found).map(List::size);
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    return erase(lte("expiresAt", Date.from(now)), limit);
  }

  private Future<Integer> erase(Bson filter, int limit) {
    var ids = deliveries.find(filter).projection(include("_id")).limit(limit);
    return publishers.all(ids).compose(found -> {
      if (found.isEmpty()) {
        return Future.succeededFuture(0);
      }
      var keys = found.stream().map(document -> document.get("_id")).toList();
      return publishers
          .first(deliveries.deleteMany(and(in("_id", keys), filter)))
          .map(result -> (int) result.orElseThrow().getDeletedCount());
    });
  }

  private Future<Boolean> replace(Bson filter, Document document) {
    return publishers
        .first(deliveries.replaceOne(filter, document))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  private Future<Optional<Delivery>> first(Bson filter, Bson sort) {
    return all(filter, sort, 1).map(found -> found.stream().findFirst());
  }

  private Future<List<Delivery>> all(Bson filter, Bson sort, int limit) {
    return publishers
        .all(deliveries.find(filter).sort(sort).limit(limit))
        .map(found -> found.stream().map(MongoDeliveryRepository::delivery).toList());
  }

  private static Document document(Delivery delivery) {
    var waits = delivery.state() == State.WAITING;
    var doneAt = delivery.doneAt();
    return new Document("_id", delivery.id())
        .append("site", delivery.site().value())
        .append("receiver", delivery.receiver())
        .append("endpoint", delivery.lane())
        .append("lane", waits ? delivery.lane() : null)
        .append("comment", delivery.comment())
        .append("version", delivery.version())
        .append("event", delivery.event())
        .append("type", delivery.type())
        .append("url", delivery.url())
        .append("contentType", delivery.contentType())
        .append("body", delivery.body())
        .append("at", Date.from(delivery.at()))
        .append("waitingSince", waits ? Date.from(delivery.at()) : null)
        .append("state", delivery.state().word())
        .append("dueAt", waits ? Date.from(delivery.dueAt()) : null)
        .append("owner", null)
        .append("attempts", delivery.attempts())
        .append("status", delivery.status())
        .append("error", delivery.error())
        .append("doneAt", doneAt == null ? null : Date.from(doneAt))
        .append("expiresAt", doneAt == null ? null : Date.from(doneAt.plus(Delivery.KEPT)));
  }

  private static Delivery delivery(Document document) {
    var doneAt = document.getDate("doneAt");
    var dueAt = doneAt == null ? document.getDate("dueAt") : doneAt;
    return new Delivery(
        document.getString("_id"),
        new SiteId(document.getString("site")),
        document.getString("receiver"),
        document.getString("comment"),
        document.getInteger("version"),
        document.getString("event"),
        document.getString("type"),
        document.getString("url"),
        document.getString("contentType"),
        document.getString("body"),
        document.getDate("at").toInstant(),
        State.of(document.getString("state")),
        dueAt.toInstant(),
        document.getInteger("attempts"),
        document.getInteger("status"),
        document.getString("error"),
        doneAt == null ? null : doneAt.toInstant());
  }
}
