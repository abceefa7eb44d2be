package io.moderato.moderation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Collection {@code standings}: {@code _id} "site/author"; of most authors there is none. */
public final class MongoAuthorStandings implements AuthorStandings {
  private static final FindOneAndReplaceOptions UPSERT =
      new FindOneAndReplaceOptions().upsert(true);

  private final MongoCollection<Document> standings;
  private final Publishers publishers;
  private final KnownStandings known = new KnownStandings();

  public MongoAuthorStandings(MongoDatabase database, Publishers publishers) {
    this.standings = database.getCollection("standings");
    this.publishers = publishers;
  }

  @Override
  public Future<Standing> of(SiteId site, String author) {
    return publishers
        .first(standings.find(eq(key(site, author))).limit(1))
        .map(MongoAuthorStandings::standing);
  }

  @Override
  public Future<Standing> lately(SiteId site, String author) {
    var there = known.find(site);
    var changes = known.changes();
    var ofSite = there.isPresent()
        ? Future.succeededFuture(there.get())
        : all(site, "", KnownStandings.FEW + 1)
            .map(first -> known.keep(site, KnownStandings.OfSite.of(first), changes));
    return ofSite.compose(found ->
        found.standing(author).map(Future::succeededFuture).orElseGet(() -> of(site, author)));
  }

  @Override
  public Future<Standing> set(SiteId site, String author, Standing standing) {
    var key = eq(key(site, author));
    var before = standing == Standing.NONE
        ? standings.findOneAndDelete(key)
        : standings.findOneAndReplace(
            key,
            new Document("_id", key(site, author))
                .append("site", site.value())
                .append("author", author)
                .append("standing", standing.word()),
            UPSERT);
    return publishers
        .first(before)
        .map(MongoAuthorStandings::standing)
        .onComplete(done -> known.forget(site));
  }

  @Override
  public Future<List<OfAuthor>> all(SiteId site, String after, int limit) {
    var ofSite = and(gt("_id", key(site, after)), lt("_id", site.value() + "0")); // '0' follows '/'
    return publishers
        .all(standings.find(ofSite).sort(ascending("_id")).limit(limit))
        .map(found -> found.stream()
            .map(document -> new OfAuthor(
                document.getString("author"), Standing.of(document.getString("standing"))))
            .toList());
  }

  private static Standing standing(Optional<Document> found) {
    return found.map(document -> Standing.of(document.getString("standing"))).orElse(Standing.NONE);
  }

  private static String key(SiteId site, String author) {
    return site + "/" + author;
  }
}
