package io.moderato.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code campaigns}: {@code _id} "site/campaign". */
public final class MongoCampaignDecisions implements CampaignDecisions {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> campaigns;
  private final Publishers publishers;

  public MongoCampaignDecisions(MongoDatabase database, Publishers publishers) {
    this.campaigns = database.getCollection("campaigns");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> put(CampaignDecision decision) {
    var key = key(decision.site(), decision.campaign());
    var document = new Document("_id", key)
        .append("site", decision.site().value())
        .append("campaign", decision.campaign().value())
        .append("act", decision.act().word())
        .append("who", decision.who())
        .append("at", Date.from(decision.at()))
        .append("until", Date.from(decision.until()))
        .append("batch", decision.batch())
        .append("reason", decision.reason())
        .append("note", decision.note());
    return publishers.done(campaigns.replaceOne(eq(key), document, UPSERT));
  }

  @Override
  public Future<Optional<CampaignDecision>> find(SiteId site, CommentId campaign) {
    return publishers
        .first(campaigns.find(eq(key(site, campaign))).limit(1))
        .map(found -> found.map(MongoCampaignDecisions::decision));
  }

  @Override
  public Future<Optional<CampaignDecision>> ofBatch(String batch) {
    return publishers
        .first(campaigns.find(eq("batch", batch)).limit(1))
        .map(found -> found.map(MongoCampaignDecisions::decision));
  }

  @Override
  public Future<List<CampaignDecision>> standing(Instant now, int limit) {
    return publishers
        .all(campaigns
            .find(gt("until", Date.from(now)))
            .sort(ascending("until"))
            .limit(limit)
            .batchSize(limit))
        .map(found -> found.stream().map(MongoCampaignDecisions::decision).toList());
  }

  @Override
  public Future<Boolean> remove(CampaignDecision decision) {
    var same = and(eq(key(decision.site(), decision.campaign())), eq("batch", decision.batch()));
    return publishers
        .first(campaigns.deleteOne(same))
        .map(result -> result.orElseThrow().getDeletedCount() == 1);
  }

  private static CampaignDecision decision(Document document) {
    return new CampaignDecision(
        new SiteId(document.getString("site")),
        new CommentId(document.getString("campaign")),
        Act.of(document.getString("act")),
        document.getString("who"),
        document.getDate("at").toInstant(),
        document.getDate("until").toInstant(),
        document.getString("batch"),
        document.getString("reason"),
        document.getString("note"));
  }

  private static String key(SiteId site, CommentId campaign) {
    return site + "/" + campaign.value();
  }
}
