package io.moderato.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code learning}: {@code _id} is the site's id; the lease stands beside, so that neither overwrites the other. */
public final class MongoLearningRepository implements LearningRepository {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final String REVISION = "learning.revision";
  private static final String CHAMPION = "learning.models.champion.number";

  private final MongoCollection<LearningDocument> learning;
  private final Publishers publishers;
  private final Clock clock;

  public MongoLearningRepository(MongoDatabase database, Publishers publishers, Clock clock) {
    this.learning = database.getCollection("learning", LearningDocument.class);
    this.publishers = publishers;
    this.clock = clock;
  }

  @Override
  public Future<Optional<Learning>> find(SiteId site) {
    return publishers
        .first(learning.find(eq(site.value())).projection(include("learning")).limit(1))
        .map(found -> found.flatMap(document -> Optional.ofNullable(document.learning())));
  }

  @Override
  public Future<Optional<Serving>> serving(SiteId site) {
    return publishers
        .first(learning
            .withDocumentClass(Document.class)
            .find(eq(site.value()))
            .projection(include(CHAMPION, "learning.models.mayReject"))
            .limit(1))
        .map(found -> found.flatMap(MongoLearningRepository::serving));
  }

  private static Optional<Serving> serving(Document document) {
    var models = document.getEmbedded(List.of("learning", "models"), new Document());
    return Optional.ofNullable(models.get("champion", Document.class))
        .map(champion ->
            new Serving(champion.getInteger("number"), models.getBoolean("mayReject", false)));
  }

  @Override
  public Future<Boolean> replace(SiteId site, Learning next) {
    var ofSite = eq(site.value());
    var stored = set("learning", next);
    return next.revision() == 1
        ? publishers.unlessDuplicate(
            learning.updateOne(and(ofSite, exists("learning", false)), stored, UPSERT))
        : publishers
            .first(learning.updateOne(and(ofSite, eq(REVISION, next.revision() - 1)), stored))
            .map(result -> result.orElseThrow().getMatchedCount() > 0);
  }

  @Override
  public Future<Boolean> lease(SiteId site, String owner, Duration time) {
    var now = clock.instant();
    var free =
        or(eq("leaseOwner", owner), exists("leaseUntil", false), lte("leaseUntil", Date.from(now)));
    var lease = combine(set("leaseOwner", owner), set("leaseUntil", Date.from(now.plus(time))));
    return publishers.unlessDuplicate(
        learning.updateOne(and(eq(site.value()), free), lease, UPSERT));
  }

  @Override
  public Future<Void> release(SiteId site, String owner) {
    return publishers.done(learning.updateOne(
        and(eq(site.value()), eq("leaseOwner", owner)),
        combine(unset("leaseOwner"), unset("leaseUntil"))));
  }
}
