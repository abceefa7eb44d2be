package io.moderato.comment;

import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

/**
 * Collection {@code posts}: {@code _id} "site/post". A post that comes along with each of its comments is written once, not each
 * time: what was merged in the last minutes is remembered by a hash.
 */
public final class MongoPostRepository implements PostRepository {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> posts;
  private final Publishers publishers;
  private final Cache<String, Integer> merged = Caffeine.newBuilder()
      .maximumSize(10_000)
      .expireAfterWrite(Duration.ofMinutes(5))
      .build();

  public MongoPostRepository(MongoDatabase database, Publishers publishers) {
    this.posts = database.getCollection("posts");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> put(Post post) {
    merged.invalidate(key(post.site(), post.id()));
    var document = told(post)
        .append("_id", key(post.site(), post.id()))
        .append("site", post.site().value())
        .append("post", post.id().value());
    var write =
        posts.replaceOne(eq(document.get("_id")), document, new ReplaceOptions().upsert(true));
    return publishers
        .unlessDuplicate(write)
        .compose(written -> written ? Future.succeededFuture() : put(post));
  }

  @Override
  public Future<Void> merge(Post post) {
    var key = key(post.site(), post.id());
    var hash = Objects.hash(post.url(), post.title(), post.body());
    if (Objects.equals(merged.getIfPresent(key), hash)) {
      return Future.succeededFuture();
    }
    var update = new Document("$set", told(post))
        .append(
            "$setOnInsert",
            new Document("site", post.site().value()).append("post", post.id().value()));
    return publishers
        .unlessDuplicate(
            posts.updateOne(eq(key), update, UPSERT)) // two upserts of one new post may collide
        .compose(written ->
            written ? Future.succeededFuture() : publishers.done(posts.updateOne(eq(key), update)))
        .onSuccess(written -> merged.put(key, hash))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Post>> find(SiteId site, PostId id) {
    return publishers
        .first(posts.find(eq(key(site, id))).limit(1))
        .map(found -> found.map(MongoPostRepository::post));
  }

  private static String key(SiteId site, PostId id) {
    return site.value() + "/" + id.value();
  }

  private static Document told(Post post) {
    var document = new Document("updatedAt", Date.from(post.updatedAt()));
    if (post.url() != null) {
      document.append("url", post.url());
    }
    if (post.title() != null) {
      document.append("title", post.title());
    }
    if (post.body() != null) {
      document.append("body", post.body());
    }
    return document;
  }

  private static Post post(Document document) {
    return new Post(
        new SiteId(document.getString("site")),
        new PostId(document.getString("post")),
        document.getString("url"),
        document.getString("title"),
        document.getString("body"),
        document.getDate("updatedAt").toInstant());
  }
}
