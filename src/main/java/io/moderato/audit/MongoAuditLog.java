package io.moderato.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code audit}: {@code _id} is the entry's, which sorts by time. Documents are inserted and read; nothing but {@link #unname} changes one. */
public final class MongoAuditLog implements AuditLog {
  private final MongoCollection<Document> entries;
  private final Publishers publishers;

  public MongoAuditLog(MongoDatabase database, Publishers publishers) {
    this.entries = database.getCollection("audit");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> add(List<AuditEntry> added) {
    return added.isEmpty()
        ? Future.succeededFuture()
        : publishers.done(
            entries.insertMany(added.stream().map(MongoAuditLog::document).toList()));
  }

  @Override
  public Future<Optional<AuditEntry>> find(String id) {
    return publishers
        .first(entries.find(eq(id)).limit(1))
        .map(found -> found.map(MongoAuditLog::entry));
  }

  @Override
  public Future<List<AuditEntry>> page(AuditQuery query, @Nullable String before, int limit) {
    var found = entries.find(filter(query, before)).sort(descending("_id")).limit(limit);
    return publishers
        .all(found)
        .map(documents -> documents.stream().map(MongoAuditLog::entry).toList());
  }

  @Override
  public Future<Integer> unname(SiteId site, String author, int limit) {
    var about = filter(AuditQuery.ofAuthor(site, author), null);
    var ids = entries.find(about).projection(include("_id")).limit(limit);
    return publishers.all(ids).compose(found -> {
      var keys = found.stream().map(document -> document.getString("_id")).toList();
      return keys.isEmpty()
          ? Future.succeededFuture(0)
          : publishers
              .done(entries.updateMany(
                  in("_id", keys),
                  combine(set("author", null), set("reason", null), set("note", null))))
              .map(keys.size());
    });
  }

  private static Bson filter(AuditQuery query, @Nullable String before) {
    var filters = new ArrayList<Bson>();
    if (query.sites() != null) {
      filters.add(oneOf("site", query.sites().stream().map(SiteId::value).toList()));
    }
    if (query.comment() != null) {
      filters.add(eq("comment", query.comment().value()));
    }
    if (query.author() != null) {
      filters.add(eq("author", query.author()));
    }
    if (query.who() != null) {
      filters.add(eq("who", query.who()));
    }
    if (!query.acts().isEmpty()) {
      filters.add(oneOf("act", query.acts().stream().map(Act::word).toList()));
    }
    if (query.batch() != null) {
      filters.add(eq("batch", query.batch()));
    }
    if (query.from() != null) {
      filters.add(gte("_id", AuditIds.first(query.from())));
    }
    if (query.until() != null) {
      filters.add(lt("_id", AuditIds.first(query.until())));
    }
    if (before != null) {
      filters.add(lt("_id", before));
    }
    return filters.isEmpty() ? empty() : and(filters);
  }

  /** An equality keeps the order of an index where {@code $in} does not. */
  private static Bson oneOf(String field, Collection<String> values) {
    return values.size() == 1 ? eq(field, values.iterator().next()) : in(field, values);
  }

  private static Document document(AuditEntry entry) {
    var site = entry.site();
    var comment = entry.comment();
    return new Document("_id", entry.id())
        .append("at", Date.from(entry.at()))
        .append("who", entry.who())
        .append("act", entry.act().word())
        .append("site", site == null ? null : site.value())
        .append("comment", comment == null ? null : comment.value())
        .append("author", entry.author())
        .append("batch", entry.batch())
        .append("reason", entry.reason())
        .append("note", entry.note())
        .append("facts", facts(entry.facts()));
  }

  /** As a list, since a fact's name may hold what a field's name may not. */
  private static List<Document> facts(Map<String, String> facts) {
    return facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(fact -> new Document("name", fact.getKey()).append("value", fact.getValue()))
        .toList();
  }

  private static AuditEntry entry(Document document) {
    var site = document.getString("site");
    var comment = document.getString("comment");
    return new AuditEntry(
        document.getString("_id"),
        document.getDate("at").toInstant(),
        document.getString("who"),
        Act.of(document.getString("act")),
        site == null ? null : new SiteId(site),
        comment == null ? null : new CommentId(comment),
        document.getString("author"),
        document.getString("batch"),
        document.getString("reason"),
        document.getString("note"),
        document.getList("facts", Document.class).stream()
            .collect(
                Collectors.toMap(fact -> fact.getString("name"), fact -> fact.getString("value"))));
  }
}
