package io.moderato.moderator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Collection {@code moderators}: {@code _id} is the login. */
public final class MongoModeratorRepository implements ModeratorRepository {
  private final MongoCollection<Document> moderators;
  private final Publishers publishers;

  public MongoModeratorRepository(MongoDatabase database, Publishers publishers) {
    this.moderators = database.getCollection("moderators");
    this.publishers = publishers;
  }

  @Override
  public Future<Boolean> addIfNew(Moderator moderator) {
    return publishers.unlessDuplicate(moderators.insertOne(document(moderator)));
  }

  @Override
  public Future<Optional<Moderator>> find(String login) {
    return publishers
        .first(moderators.find(eq(login)).limit(1))
        .map(found -> found.map(MongoModeratorRepository::moderator));
  }

  @Override
  public Future<Boolean> replace(Moderator moderator) {
    var unchanged = and(eq(moderator.login()), eq("version", moderator.version()));
    var next = document(moderator).append("version", moderator.version() + 1);
    return publishers
        .first(moderators.replaceOne(unchanged, next))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  @Override
  public Future<List<Moderator>> all(@Nullable String after, int limit) {
    var found = moderators
        .find(after == null ? empty() : gt("_id", after))
        .sort(ascending("_id"))
        .limit(limit);
    return publishers
        .all(found)
        .map(documents ->
            documents.stream().map(MongoModeratorRepository::moderator).toList());
  }

  private static Document document(Moderator moderator) {
    var password = moderator.password();
    return new Document("_id", moderator.login())
        .append("name", moderator.name())
        .append("role", moderator.role().word())
        .append("sites", moderator.sites().stream().map(SiteId::value).sorted().toList())
        .append("disabled", moderator.disabled())
        .append("password", password == null ? null : password.text())
        .append("preferences", document(moderator.preferences()))
        .append("generation", moderator.generation())
        .append("createdAt", Date.from(moderator.createdAt()))
        .append("version", moderator.version());
  }

  private static Document document(Preferences preferences) {
    var keys = preferences.keys().entrySet().stream()
        .map(key -> new Document("act", key.getKey()).append("key", key.getValue()))
        .toList();
    return new Document("language", preferences.language())
        .append("theme", preferences.theme())
        .append("blur", preferences.blur())
        .append("grey", preferences.grey())
        .append("keys", keys);
  }

  private static Moderator moderator(Document document) {
    var password = document.getString("password");
    return new Moderator(
        document.getString("_id"),
        document.getString("name"),
        Role.of(document.getString("role")),
        document.getList("sites", String.class).stream()
            .map(SiteId::new)
            .collect(Collectors.toSet()),
        document.getBoolean("disabled"),
        password == null ? null : new PasswordHash(password),
        preferences(document.get("preferences", Document.class)),
        document.getInteger("generation"),
        document.getDate("createdAt").toInstant(),
        document.getInteger("version"));
  }

  private static Preferences preferences(Document document) {
    return new Preferences(
        document.getString("language"),
        document.getString("theme"),
        document.getBoolean("blur"),
        document.getBoolean("grey"),
        document.getList("keys", Document.class).stream()
            .collect(Collectors.toMap(key -> key.getString("act"), key -> key.getString("key"))));
  }
}
