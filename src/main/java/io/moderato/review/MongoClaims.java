package io.moderato.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Collection {@code claims}: {@code _id} "site/comment"; one that has ended is as good as none, and is overwritten or expires. */
public final class MongoClaims implements Claims {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  /** After the end, so that a clock that is behind does no harm. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final MongoCollection<Document> claims;
  private final Publishers publishers;
  private final Clock clock;

  public MongoClaims(MongoDatabase database, Publishers publishers, Clock clock) {
    this.claims = database.getCollection("claims");
    this.publishers = publishers;
    this.clock = clock;
  }

  @Override
  public Future<Claim> claim(SiteId site, CommentId comment, String who, boolean takeOver) {
    var now = now();
    var claim = new Claim(site, comment, who, now.plus(Claim.LEASE));
    var key = key(site, comment);
    var free = or(eq("holder", who), lte("until", Date.from(now)));
    var filter = takeOver ? eq(key) : and(eq(key), free);
    return publishers
        .unlessDuplicate(claims.replaceOne(filter, document(claim, now), UPSERT))
        .compose(won -> won ? Future.succeededFuture(claim) : standing(claim));
  }

  /** What was in the way; it may have gone since. */
  private Future<Claim> standing(Claim wanted) {
    return of(wanted.site(), wanted.comment())
        .compose(found -> found
            .map(Future::succeededFuture)
            .orElseGet(() -> claim(wanted.site(), wanted.comment(), wanted.holder(), false)));
  }

  @Override
  public Future<Void> release(SiteId site, CommentId comment, String who) {
    return publishers.done(claims.deleteOne(and(eq(key(site, comment)), eq("holder", who))));
  }

  @Override
  public Future<Optional<Claim>> of(SiteId site, CommentId comment) {
    return publishers
        .first(claims.find(alive(eq(key(site, comment)))).limit(1))
        .map(found -> found.map(MongoClaims::claim));
  }

  @Override
  public Future<Map<CommentKey, Claim>> of(Collection<CommentKey> comments) {
    if (comments.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var keys = comments.stream().map(each -> key(each.site(), each.comment())).toList();
    return publishers
        .all(claims.find(alive(in("_id", keys))).limit(keys.size()))
        .map(found -> found.stream()
            .map(MongoClaims::claim)
            .collect(Collectors.toMap(
                claim -> new CommentKey(claim.site(), claim.comment()), Function.identity())));
  }

  @Override
  public Future<List<Claim>> madeSince(Instant since, int limit) {
    return publishers
        .all(claims.find(gte("at", Date.from(since))).sort(ascending("at")).limit(limit))
        .map(found -> found.stream().map(MongoClaims::claim).toList());
  }

  @Override
  public Future<Void> forgetEnded() {
    var longAgo = Date.from(clock.instant().minus(KEPT));
    return publishers.done(claims.deleteMany(lte("until", longAgo)));
  }

  private Bson alive(Bson filter) {
    return and(filter, gt("until", Date.from(clock.instant())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String key(SiteId site, CommentId comment) {
    return site + "/" + comment;
  }

  private static Document document(Claim claim, Instant at) {
    return new Document("_id", key(claim.site(), claim.comment()))
        .append("site", claim.site().value())
        .append("comment", claim.comment().value())
        .append("holder", claim.holder())
        .append("until", Date.from(claim.until()))
        .append("at", Date.from(at));
  }

  private static Claim claim(Document document) {
    return new Claim(
        new SiteId(document.getString("site")),
        new CommentId(document.getString("comment")),
        document.getString("holder"),
        document.getDate("until").toInstant());
  }
}
