package io.moderato.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Every index there is, and the one step that creates those that are missing. Harmless to repeat, and to run by several at once. */
public final class Migration {
  private final Mongo mongo;

  public Migration(Mongo mongo) {
    this.mongo = mongo;
  }

  public Future<Void> run() {
    return create("sites", List.of(named("keyHash", "keys.hash")))
        .compose(done -> create("policies", List.of(named("versions", "site", "version"))))
        .compose(done -> create(
            "comments",
            List.of(
                named("shownByTime", "site", "post", "status", "submittedAt", "_id"),
                named("byAuthor", "site", "authorKey", "submittedAt", "_id", "outcome"),
                named("changes", "changedAt", "_id"),
                named("shownByThread", "site", "post", "status", "path", "_id"),
                named("decidedLast", "site", "decision.decidedAt", "_id"),
                named("outbox", "nextDeliveryAt"),
                sparse("queueByPriority", "queue.facets", "queue.priority", "queue.id"),
                sparse("queueByAge", "queue.facets", "queue.since", "queue.id"),
                sparse("wordsByPriority", "queue.site", "queue.priority", "queue.id", "queue.text"),
                sparse("wordsByAge", "queue.site", "queue.since", "queue.id", "queue.text"),
                sparse("taught", "taught.site", "taught.at", "_id"),
                sparse("byCampaign", "repeats.first", "repeats.at"),
                expiring("expiry", "expiresAt"))))
        .compose(
            done -> create("claims", List.of(named("changes", "at"), expiring("expiry", "until"))))
        .compose(done -> create(
            "deliveries",
            List.of(
                named("due", "lane", "dueAt"),
                named("order", "lane", "comment", "version"),
                named("ofComment", "site", "comment"),
                named("listed", "endpoint", "_id"),
                named("listedByState", "endpoint", "state", "_id"),
                named("oldest", "waitingSince"),
                expiring("expiry", "expiresAt"))))
        .compose(done -> create("akismetUsage", List.of(named("usageByMonth", "site", "month"))))
        .compose(done -> create("suggestions", List.of(expiring("expiry", "expiresAt"))))
        .compose(done ->
            create("campaigns", List.of(named("ofBatch", "batch"), expiring("expiry", "until"))))
        .compose(done -> create("wordlists", List.of(named("ownerLists", "owner", "_id"))))
        .compose(done -> create(
            "audit",
            List.of(
                named("entriesOfSite", "site", "_id"),
                named("entriesOfComment", "site", "comment", "_id"),
                named("entriesOfAuthor", "site", "author", "_id"),
                named("entriesBy", "who", "_id"),
                named("entriesOfAct", "act", "_id"),
                named("entriesOfBatch", "batch", "_id"))))
        .compose(done -> create(
            "sessions",
            List.of(named("ofLogin", "login", "createdAt"), expiring("expiry", "expiresAt"))))
        .compose(done -> create("signInFailures", List.of(expiring("expiry", "expiresAt"))));
  }

  private Future<Void> create(String collection, List<IndexModel> indexes) {
    return mongo
        .publishers()
        .done(mongo.database().getCollection(collection).createIndexes(indexes));
  }

  private static IndexModel named(String name, String... fields) {
    return new IndexModel(ascending(fields), new IndexOptions().name(name));
  }

  /** Leaves out documents that have none of the fields; all queries must ask for one. */
  private static IndexModel sparse(String name, String... fields) {
    return new IndexModel(ascending(fields), new IndexOptions().name(name).sparse(true));
  }

  /** The server removes what expired; where it does not, {@code PurgeExpired} does. */
  private static IndexModel expiring(String name, String field) {
    return new IndexModel(
        ascending(field), new IndexOptions().name(name).expireAfter(0L, TimeUnit.SECONDS));
  }
}
