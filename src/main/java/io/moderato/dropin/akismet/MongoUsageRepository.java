package io.moderato.dropin.akismet;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Collection {@code akismetUsage}: {@code _id} "site/month/blog", {@code month} as 2026-11. */
public final class MongoUsageRepository implements UsageRepository {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /** Many years of many blogs. */
  private static final int MOST = 10_000;

  private final MongoCollection<Document> usage;
  private final Publishers publishers;

  public MongoUsageRepository(MongoDatabase database, Publishers publishers) {
    this.usage = database.getCollection("akismetUsage");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> add(BlogMonth key, Usage more) {
    var id = eq("%s/%s/%s".formatted(key.site(), key.month(), key.blog()));
    var update = new Document("$inc", document(more))
        .append(
            "$setOnInsert",
            new Document("site", key.site().value())
                .append("month", key.month().toString())
                .append("blog", key.blog()));
    return publishers
        .unlessDuplicate(usage.updateOne(id, update, UPSERT)) // two first ones may collide
        .compose(written ->
            written ? Future.succeededFuture() : publishers.done(usage.updateOne(id, update)));
  }

  @Override
  public Future<Map<BlogMonth, Usage>> since(SiteId site, YearMonth from) {
    var filter = and(eq("site", site.value()), gte("month", from.toString()));
    return publishers.all(usage.find(filter).limit(MOST)).map(found -> {
      var byKey = new HashMap<BlogMonth, Usage>();
      for (var document : found) {
        var month = YearMonth.parse(document.getString("month"));
        byKey.put(new BlogMonth(site, month, document.getString("blog")), usage(document));
      }
      return byKey;
    });
  }

  private static Document document(Usage usage) {
    return new Document("calls", usage.calls())
        .append("spam", usage.spam())
        .append("ham", usage.ham())
        .append("missedSpam", usage.missedSpam())
        .append("falsePositives", usage.falsePositives());
  }

  private static Usage usage(Document document) {
    return new Usage(
        document.getLong("calls"),
        document.getLong("spam"),
        document.getLong("ham"),
        document.getLong("missedSpam"),
        document.getLong("falsePositives"));
  }
}
