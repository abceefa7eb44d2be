package io.moderato.moderator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code sessions}: {@code _id} is the token's hash, {@code expiresAt} the session's end. */
public final class MongoSessionRepository implements SessionRepository {
  private final MongoCollection<Document> sessions;
  private final Publishers publishers;

  public MongoSessionRepository(MongoDatabase database, Publishers publishers) {
    this.sessions = database.getCollection("sessions");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> add(Session session) {
    return publishers.done(sessions.insertOne(document(session)));
  }

  @Override
  public Future<Optional<Session>> find(String id) {
    return publishers
        .first(sessions.find(eq(id)).limit(1))
        .map(found -> found.map(MongoSessionRepository::session));
  }

  @Override
  public Future<List<Session>> all(String login, int limit) {
    return publishers
        .all(sessions.find(eq("login", login)).sort(descending("createdAt")).limit(limit))
        .map(found -> found.stream().map(MongoSessionRepository::session).toList());
  }

  @Override
  public Future<Void> seen(String id, Instant seenAt, Instant endsAt) {
    var seen = combine(set("seenAt", Date.from(seenAt)), set("expiresAt", Date.from(endsAt)));
    return publishers.done(sessions.updateOne(eq(id), seen));
  }

  @Override
  public Future<Boolean> end(String login, String id) {
    return publishers
        .first(sessions.deleteOne(and(eq(id), eq("login", login))))
        .map(result -> result.orElseThrow().getDeletedCount() == 1);
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var over = lte("expiresAt", Date.from(now));
    return publishers
        .all(sessions.find(over).projection(include("_id")).limit(limit))
        .compose(found -> {
          var ids = found.stream().map(document -> document.getString("_id")).toList();
          return ids.isEmpty()
              ? Future.succeededFuture(0)
              : publishers.first(sessions.deleteMany(and(in("_id", ids), over))).map(result ->
                  (int) result.orElseThrow().getDeletedCount());
        });
  }

  private static Document document(Session session) {
    return new Document("_id", session.id())
        .append("login", session.login())
        .append("generation", session.generation())
        .append("browser", session.browser())
        .append("createdAt", Date.from(session.createdAt()))
        .append("seenAt", Date.from(session.seenAt()))
        .append("expiresAt", Date.from(session.endsAt()));
  }

  private static Session session(Document document) {
    return new Session(
        document.getString("_id"),
        document.getString("login"),
        document.getInteger("generation"),
        document.getString("browser"),
        document.getDate("createdAt").toInstant(),
        document.getDate("seenAt").toInstant(),
        document.getDate("expiresAt").toInstant());
  }
}
