package io.moderato.feedback;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.classify.Label;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Collection {@code suggestions}: {@code _id} "site/id"; a field for each label under {@code labels} and {@code others}. */
public final class MongoSuggestedLabelsRepository implements SuggestedLabelsRepository {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> suggestions;
  private final Publishers publishers;

  public MongoSuggestedLabelsRepository(MongoDatabase database, Publishers publishers) {
    this.suggestions = database.getCollection("suggestions");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> merge(SuggestedLabels suggested) {
    var key = eq("_id", prefix(suggested.site()) + suggested.id());
    var fields = new Document("site", suggested.site().value())
        .append("text", suggested.text())
        .append("by", suggested.by())
        .append("at", Date.from(suggested.at()))
        .append(
            "expiresAt", suggested.expiresAt() == null ? null : Date.from(suggested.expiresAt()));
    suggested.labels().forEach((label, value) -> fields.append("labels." + label, value));
    suggested.others().forEach((name, value) -> fields.append("others." + name, value));
    var update = new Document("$set", fields);
    return publishers
        .unlessDuplicate(
            suggestions.updateOne(key, update, UPSERT)) // two upserts of one new id may collide
        .compose(written -> written
            ? Future.succeededFuture()
            : publishers.done(suggestions.updateOne(key, update)));
  }

  @Override
  public Future<List<SuggestedLabels>> list(SiteId site, String after, int limit) {
    var prefix = prefix(site);
    var behind = site.value() + (char) ('/' + 1);
    var found = suggestions
        .find(and(gt("_id", prefix + after), lt("_id", behind)))
        .sort(ascending("_id"))
        .limit(limit);
    return publishers
        .all(found)
        .map(documents ->
            documents.stream().map(MongoSuggestedLabelsRepository::suggested).toList());
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = lte("expiresAt", Date.from(now));
    var ids = suggestions.find(expired).projection(include("_id")).limit(limit);
    return publishers.all(ids).compose(found -> {
      var keys = found.stream().map(document -> document.get("_id")).toList();
      return keys.isEmpty()
          ? Future.succeededFuture(0)
          : publishers
              .first(
                  suggestions.deleteMany(and(in("_id", keys), expired))) // or said anew meanwhile
              .map(result -> (int) result.orElseThrow().getDeletedCount());
    });
  }

  @Override
  public Future<Integer> remove(SiteId site, Collection<String> ids) {
    var keys = ids.stream().map(id -> prefix(site) + id).toList();
    return publishers.first(suggestions.deleteMany(in("_id", keys))).map(result ->
        (int) result.orElseThrow().getDeletedCount());
  }

  private static SuggestedLabels suggested(Document document) {
    var site = new SiteId(document.getString("site"));
    var labels = new EnumMap<Label, Double>(Label.class);
    values(document, "labels").forEach((name, value) -> labels.put(Label.valueOf(name), value));
    var expiresAt = document.getDate("expiresAt");
    return new SuggestedLabels(
        site,
        document.getString("_id").substring(prefix(site).length()),
        document.getString("text"),
        labels,
        values(document, "others"),
        document.getString("by"),
        document.getDate("at").toInstant(),
        expiresAt == null ? null : expiresAt.toInstant());
  }

  private static Map<String, Double> values(Document document, String field) {
    return document.get(field, new Document()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> (Double) each.getValue()));
  }

  private static String prefix(SiteId site) {
    return site.value() + "/";
  }
}
