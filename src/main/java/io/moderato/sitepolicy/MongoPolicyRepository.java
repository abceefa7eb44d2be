package io.moderato.sitepolicy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.policy.Definition;
import io.moderato.policy.PolicySource;
import io.moderato.policy.Rule;
import io.moderato.policy.Verdict;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code policies}: {@code _id} "site/version"; found by {@code site} and {@code version}. Documents are never changed. */
public final class MongoPolicyRepository implements PolicyRepository {
  private final MongoCollection<Document> policies;
  private final Publishers publishers;

  public MongoPolicyRepository(MongoDatabase database, Publishers publishers) {
    this.policies = database.getCollection("policies");
    this.publishers = publishers;
  }

  @Override
  public Future<Boolean> addIfNew(StoredPolicy policy) {
    return publishers.unlessDuplicate(policies.insertOne(document(policy)));
  }

  @Override
  public Future<Optional<StoredPolicy>> find(SiteId site, int version) {
    return publishers
        .first(policies.find(eq(key(site, version))).limit(1))
        .map(found -> found.map(MongoPolicyRepository::policy));
  }

  @Override
  public Future<List<StoredPolicy>> latest(SiteId site, int below, int limit) {
    var page = policies
        .find(and(eq("site", site.value()), lt("version", below)))
        .sort(descending("version"))
        .limit(limit);
    return publishers
        .all(page)
        .map(found -> found.stream().map(MongoPolicyRepository::policy).toList());
  }

  private static String key(SiteId site, int version) {
    return site.value() + "/" + version;
  }

  private static Document document(StoredPolicy policy) {
    var source = policy.source();
    return new Document("_id", key(policy.site(), policy.version()))
        .append("site", policy.site().value())
        .append("version", policy.version())
        .append("name", source.name())
        .append("description", source.description())
        .append(
            "let", source.let().stream().map(MongoPolicyRepository::document).toList())
        .append(
            "rules",
            source.rules().stream().map(MongoPolicyRepository::document).toList())
        .append("createdAt", Date.from(policy.createdAt()))
        .append("by", policy.by())
        .append("note", policy.note());
  }

  private static Document document(Definition definition) {
    return new Document("name", definition.name()).append("expression", definition.expression());
  }

  private static Document document(Rule rule) {
    return new Document("name", rule.name())
        .append("sentence", rule.sentence())
        .append("when", rule.when())
        .append("verdict", rule.verdict().name());
  }

  private static StoredPolicy policy(Document document) {
    var source = new PolicySource(
        document.getString("name"),
        document.getString("description"),
        document.getList("let", Document.class).stream()
            .map(let -> new Definition(let.getString("name"), let.getString("expression")))
            .toList(),
        document.getList("rules", Document.class).stream()
            .map(MongoPolicyRepository::rule)
            .toList());
    return new StoredPolicy(
        new SiteId(document.getString("site")),
        document.getInteger("version"),
        source,
        document.getDate("createdAt").toInstant(),
        document.getString("by"),
        document.getString("note"));
  }

  private static Rule rule(Document document) {
    return new Rule(
        document.getString("name"),
        document.getString("sentence"),
        document.getString("when"),
        Verdict.valueOf(document.getString("verdict")));
  }
}
