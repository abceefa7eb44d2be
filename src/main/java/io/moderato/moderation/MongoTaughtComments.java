package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Date;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collection {@code comments}, by the index {@code taught}. */
public final class MongoTaughtComments implements TaughtComments {
  private static final String SITE = "taught.site";
  private static final String AT = "taught.at";

  private final MongoCollection<TaughtComment> comments;
  private final Publishers publishers;

  public MongoTaughtComments(MongoDatabase database, Publishers publishers) {
    var codec = CodecRegistries.fromCodecs(new TaughtCommentDocument());
    this.comments = database
        .getCollection("comments", TaughtComment.class)
        .withCodecRegistry(CodecRegistries.fromRegistries(codec, database.getCodecRegistry()));
    this.publishers = publishers;
  }

  @Override
  public Future<List<TaughtComment>> latest(
      SiteId site, TaughtComment.@Nullable Place before, int limit) {
    var ofSite = eq(SITE, site.value());
    return page(
        before == null ? ofSite : and(ofSite, before(site, before)), descending(AT, "_id"), limit);
  }

  @Override
  public Future<List<TaughtComment>> since(
      SiteId site, TaughtComment.@Nullable Place after, int limit) {
    var ofSite = eq(SITE, site.value());
    return page(
        after == null ? ofSite : and(ofSite, after(site, after)), ascending(AT, "_id"), limit);
  }

  private static Bson before(SiteId site, TaughtComment.Place place) {
    var at = Date.from(place.at());
    return and(lte(AT, at), or(lt(AT, at), lt("_id", CommentDocument.key(site, place.id()))));
  }

  private static Bson after(SiteId site, TaughtComment.Place place) {
    var at = Date.from(place.at());
    return and(gte(AT, at), or(gt(AT, at), gt("_id", CommentDocument.key(site, place.id()))));
  }

  private Future<List<TaughtComment>> page(Bson filter, Bson order, int limit) {
    return publishers.all(comments
        .find(filter)
        .sort(order)
        .projection(TaughtCommentDocument.FIELDS)
        .limit(limit)
        .batchSize(limit));
  }
}
