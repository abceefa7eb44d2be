package io.moderato.site;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.vertx.core.Future;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code sites}: {@code _id} is the site's id; keys stand in the site, found by their hash. */
public final class MongoSiteRepository implements SiteRepository {
  private final MongoCollection<Document> sites;
  private final Publishers publishers;

  public MongoSiteRepository(MongoDatabase database, Publishers publishers) {
    this.sites = database.getCollection("sites");
    this.publishers = publishers;
  }

  @Override
  public Future<Boolean> addIfNew(Site site) {
    return publishers.unlessDuplicate(sites.insertOne(document(site)));
  }

  @Override
  public Future<Optional<Site>> find(SiteId id) {
    return first(eq(id.value()));
  }

  @Override
  public Future<Optional<Site>> findByKeyHash(String hash) {
    return first(eq("keys.hash", hash));
  }

  @Override
  public Future<List<Site>> all(@Nullable SiteId after, int limit) {
    var behind = gt("_id", after == null ? "" : after.value());
    return publishers
        .all(sites.find(behind).sort(ascending("_id")).limit(limit))
        .map(found -> found.stream().map(MongoSiteRepository::site).toList());
  }

  @Override
  public Future<Boolean> replace(Site site) {
    var unchanged = and(eq(site.id().value()), eq("version", site.version()));
    var next = document(site).append("version", site.version() + 1);
    return publishers
        .first(sites.replaceOne(unchanged, next))
        .map(result -> result.orElseThrow().getMatchedCount() == 1);
  }

  private Future<Optional<Site>> first(Bson filter) {
    return publishers
        .first(sites.find(filter).limit(1))
        .map(found -> found.map(MongoSiteRepository::site));
  }

  private static Document document(Site site) {
    return new Document("_id", site.id().value())
        .append("name", site.name())
        .append("url", site.url())
        .append("languages", site.languages())
        .append("retentionDays", site.retentionDays())
        .append(
            "privacy",
            new Document("storeAuthorIp", site.privacy().storeAuthorIp())
                .append("storeAuthorEmail", site.privacy().storeAuthorEmail()))
        .append(
            "doors",
            new Document("coralSecrets", site.doors().coralSecrets())
                .append("leaveOutUnsupported", site.doors().leaveOutUnsupported())
                .append("ignoreImages", site.doors().ignoreImages()))
        .append("sharedLists", site.sharedLists())
        .append("rejectReasons", site.rejectReasons())
        .append(
            "draws",
            new Document("random", site.draws().random())
                .append("uncertain", site.draws().uncertain())
                .append("unfamiliar", site.draws().unfamiliar()))
        .append(
            "requiredToActivate",
            new Document("reject", document(site.requiredToActivate().reject()))
                .append("hold", document(site.requiredToActivate().hold())))
        .append("keys", site.keys().stream().map(MongoSiteRepository::document).toList())
        .append(
            "webhooks",
            site.webhooks().stream().map(MongoSiteRepository::document).toList())
        .append(
            "policies",
            site.policies().stream().map(MongoSiteRepository::document).toList())
        .append("createdAt", Date.from(site.createdAt()))
        .append("version", site.version());
  }

  private static @Nullable Document document(@Nullable RequiredPrecision required) {
    return required == null
        ? null
        : new Document("precision", required.precision())
            .append("atLeast", required.atLeast())
            .append("certain", required.certain());
  }

  private static ActivationRequirements requirements(Document document) {
    return new ActivationRequirements(
        precision(document.get("reject", Document.class)),
        precision(document.get("hold", Document.class)));
  }

  private static @Nullable RequiredPrecision precision(@Nullable Document document) {
    return document == null
        ? null
        : new RequiredPrecision(
            document.getDouble("precision"),
            document.getInteger("atLeast"),
            document.getBoolean("certain"));
  }

  private static Document document(PolicyActivation activation) {
    return new Document("policy", activation.policy())
        .append("at", Date.from(activation.at()))
        .append("by", activation.by());
  }

  private static Document document(ApiKey key) {
    return new Document("id", key.id())
        .append("hash", key.hash())
        .append("scopes", key.scopes().stream().map(Scope::word).sorted().toList())
        .append("createdAt", Date.from(key.createdAt()))
        .append("akismetKey", key.akismetKey());
  }

  private static Site site(Document document) {
    var privacy = document.get("privacy", Document.class);
    return new Site(
        new SiteId(document.getString("_id")),
        document.getString("name"),
        document.getString("url"),
        document.getList("languages", String.class),
        document.getInteger("retentionDays"),
        new Privacy(privacy.getBoolean("storeAuthorIp"), privacy.getBoolean("storeAuthorEmail")),
        doors(document.get("doors", Document.class)),
        document.getList("sharedLists", String.class, List.of()),
        document.getList("rejectReasons", String.class, List.of()),
        draws(document.get("draws", Document.class)),
        requirements(document.get("requiredToActivate", new Document())),
        document.getList("keys", Document.class).stream()
            .map(MongoSiteRepository::key)
            .toList(),
        document.getList("webhooks", Document.class, List.of()).stream()
            .map(MongoSiteRepository::webhook)
            .toList(),
        document.getList("policies", Document.class, List.of()).stream()
            .map(MongoSiteRepository::activation)
            .toList(),
        document.getDate("createdAt").toInstant(),
        document.getInteger("version"));
  }

  private static PolicyActivation activation(Document document) {
    return new PolicyActivation(
        document.getString("policy"), document.getDate("at").toInstant(), document.getString("by"));
  }

  /** Null in a site that was stored before anything was drawn. */
  private static DrawRates draws(@Nullable Document draws) {
    return draws == null
        ? DrawRates.NONE
        : new DrawRates(
            draws.getDouble("random"), draws.getDouble("uncertain"), draws.get("unfamiliar", 0.0));
  }

  /** Null in a site that was stored before there were doors. */
  private static DoorSettings doors(@Nullable Document doors) {
    return doors == null
        ? DoorSettings.DEFAULT
        : new DoorSettings(
            doors.getList("coralSecrets", String.class),
            doors.getBoolean("leaveOutUnsupported"),
            doors.getBoolean("ignoreImages"));
  }

  private static ApiKey key(Document document) {
    List<String> words = document.getList("scopes", String.class);
    return new ApiKey(
        document.getString("id"),
        document.getString("hash"),
        words.stream().map(Scope::of).collect(Collectors.toSet()),
        document.getDate("createdAt").toInstant(),
        document.getString("akismetKey"));
  }

  private static Document document(Webhook webhook) {
    return new Document("id", webhook.id())
        .append("url", webhook.url())
        .append("events", webhook.events().stream().sorted().toList())
        .append("enabled", webhook.enabled())
        .append(
            "secrets",
            webhook.secrets().stream().map(MongoSiteRepository::document).toList())
        .append("createdAt", Date.from(webhook.createdAt()));
  }

  private static Document document(WebhookSecret secret) {
    var end = secret.end();
    return new Document("text", secret.text())
        .append("createdAt", Date.from(secret.createdAt()))
        .append("end", end == null ? null : Date.from(end));
  }

  private static Webhook webhook(Document document) {
    return new Webhook(
        document.getString("id"),
        document.getString("url"),
        Set.copyOf(document.getList("events", String.class)),
        document.getBoolean("enabled"),
        document.getList("secrets", Document.class).stream()
            .map(MongoSiteRepository::secret)
            .toList(),
        document.getDate("createdAt").toInstant());
  }

  private static WebhookSecret secret(Document document) {
    var end = document.getDate("end");
    return new WebhookSecret(
        document.getString("text"),
        document.getDate("createdAt").toInstant(),
        end == null ? null : end.toInstant());
  }
}
