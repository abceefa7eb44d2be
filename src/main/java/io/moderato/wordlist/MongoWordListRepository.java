package io.moderato.wordlist;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.vertx.core.Future;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Collection {@code wordlists}: {@code _id} "owner/name", the operator's owner being empty; the entries are one text, one a line, which an array
 * of so many would be slower than. 65,000 entries come to about 1 MB.
 */
public final class MongoWordListRepository implements WordListRepository {
  private final MongoCollection<Document> lists;
  private final Publishers publishers;

  public MongoWordListRepository(MongoDatabase database, Publishers publishers) {
    this.lists = database.getCollection("wordlists");
    this.publishers = publishers;
  }

  @Override
  public Future<List<ListSummary>> summaries(ListOwner owner) {
    return publishers
        .all(lists
            .find(eq("owner", owner.key()))
            .sort(ascending("_id"))
            .projection(exclude("entries"))
            .limit(MOST_LISTS * 2))
        .map(found -> found.stream().map(MongoWordListRepository::summary).toList());
  }

  @Override
  public Future<Optional<WordList>> find(ListOwner owner, String name) {
    return publishers
        .first(lists.find(eq(key(owner, name))).limit(1))
        .map(found -> found.map(MongoWordListRepository::list));
  }

  @Override
  public Future<Boolean> addIfNew(WordList list) {
    return publishers.unlessDuplicate(lists.insertOne(document(list)));
  }

  @Override
  public Future<Boolean> replace(WordList list) {
    var unchanged = and(eq(key(list.owner(), list.name())), eq("version", list.version() - 1));
    return publishers
        .first(lists.replaceOne(unchanged, document(list)))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  @Override
  public Future<Boolean> delete(ListOwner owner, String name) {
    return publishers
        .first(lists.deleteOne(eq(key(owner, name))))
        .map(result -> result.orElseThrow().getDeletedCount() == 1);
  }

  private static String key(ListOwner owner, String name) {
    return owner.key() + "/" + name;
  }

  private static Document document(WordList list) {
    return new Document("_id", key(list.owner(), list.name()))
        .append("owner", list.owner().key())
        .append("name", list.name())
        .append("description", list.description())
        .append("format", list.format().word())
        .append("fields", list.fields().stream().map(ListField::word).sorted().toList())
        .append("size", list.entries().size())
        .append("version", list.version())
        .append("updatedAt", Date.from(list.updatedAt()))
        .append("entries", String.join("\n", list.entries()));
  }

  private static ListSummary summary(Document document) {
    return new ListSummary(
        new ListOwner(document.getString("owner")),
        document.getString("name"),
        document.getString("description"),
        ListFormat.of(document.getString("format")),
        document.getList("fields", String.class).stream()
            .map(ListField::of)
            .collect(Collectors.toSet()),
        document.getInteger("size"),
        document.getInteger("version"),
        document.getDate("updatedAt").toInstant());
  }

  private static WordList list(Document document) {
    var summary = summary(document);
    return new WordList(
        summary.owner(),
        summary.name(),
        summary.description(),
        summary.format(),
        summary.fields(),
        document.getString("entries").lines().toList(),
        summary.version(),
        summary.updatedAt());
  }
}
