package io.moderato.moderator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.moderator.Failures.Limit;
import io.moderato.mongo.Publishers;
import io.moderato.site.KeySecret;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Collection {@code signInFailures}: {@code _id} is the subject's hash, since people type passwords where a login belongs. */
public final class MongoFailureRepository implements FailureRepository {
  private static final FindOneAndUpdateOptions BEFORE =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE);

  private final MongoCollection<Document> failures;
  private final Publishers publishers;

  public MongoFailureRepository(MongoDatabase database, Publishers publishers) {
    this.failures = database.getCollection("signInFailures");
    this.publishers = publishers;
  }

  @Override
  public Future<Failures> find(String subject, Instant now) {
    return publishers
        .first(failures.find(and(id(subject), gt("expiresAt", Date.from(now)))).limit(1))
        .map(MongoFailureRepository::failures);
  }

  @Override
  public Future<Failures> add(String subject, Instant now) {
    var counted = combine(
        inc("count", 1),
        set("lastAt", Date.from(now)),
        set("expiresAt", Date.from(now.plus(Limit.REMEMBERED))));
    return publishers
        .done(failures.deleteOne(and(id(subject), lte("expiresAt", Date.from(now)))))
        .compose(
            erased -> publishers.first(failures.findOneAndUpdate(id(subject), counted, BEFORE)))
        .map(MongoFailureRepository::failures);
  }

  @Override
  public Future<Void> forgive(String subject) {
    return publishers.done(failures.updateOne(and(id(subject), gt("count", 0)), inc("count", -1)));
  }

  @Override
  public Future<Void> forget(String subject) {
    return publishers.done(failures.deleteOne(id(subject)));
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = lte("expiresAt", Date.from(now));
    return publishers
        .all(failures.find(expired).projection(include("_id")).limit(limit))
        .compose(found -> {
          var ids = found.stream().map(document -> document.getString("_id")).toList();
          return ids.isEmpty()
              ? Future.succeededFuture(0)
              : publishers
                  .first(failures.deleteMany(and(in("_id", ids), expired)))
                  .map(result -> (int) result.orElseThrow().getDeletedCount());
        });
  }

  private static Bson id(String subject) {
    return eq(new KeySecret(subject).hash());
  }

  private static Failures failures(Optional<Document> found) {
    return found
        .map(document -> new Failures(
            document.getInteger("count"), document.getDate("lastAt").toInstant()))
        .orElse(Failures.NONE);
  }
}
