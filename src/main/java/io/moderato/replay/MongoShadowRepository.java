package io.moderato.replay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code shadows}: {@code _id} is the site's id. */
public final class MongoShadowRepository implements ShadowRepository {
  private final MongoCollection<Document> shadows;
  private final Publishers publishers;

  public MongoShadowRepository(MongoDatabase database, Publishers publishers) {
    this.shadows = database.getCollection("shadows");
    this.publishers = publishers;
  }

  @Override
  public Future<Optional<Shadow>> find(SiteId site) {
    return publishers
        .first(shadows.find(eq(site.value())).limit(1))
        .map(found -> found.map(MongoShadowRepository::shadow));
  }

  @Override
  public Future<Void> put(Shadow shadow) {
    return publishers.done(shadows.replaceOne(
        eq(shadow.site().value()), document(shadow), new ReplaceOptions().upsert(true)));
  }

  @Override
  public Future<Void> remove(SiteId site) {
    return publishers.done(shadows.deleteOne(eq(site.value())));
  }

  private static Document document(Shadow shadow) {
    return new Document("_id", shadow.site().value())
        .append("policy", shadow.policy())
        .append("model", shadow.model())
        .append("since", Date.from(shadow.since()));
  }

  private static Shadow shadow(Document document) {
    return new Shadow(
        new SiteId(document.getString("_id")),
        document.getString("policy"),
        document.getString("model"),
        document.getDate("since").toInstant());
  }
}
