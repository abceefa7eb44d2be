package io.moderato.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.moderato.mongo.Publishers;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Collection {@code posts}: {@code _id} "site/post". A post that comes along with each of its comments is written once, not each
 * time: what was merged in the last minutes is remembered by its digest.
 */
public final class MongoPostRepository implements PostRepository {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> posts;
  private final Publishers publishers;
  private final Cache<String, String> merged = Caffeine.newBuilder()
      .maximumSize(10_000)
      .expireAfterWrite(Duration.ofMinutes(5))
      .build();

  public MongoPostRepository(MongoDatabase database, Publishers publishers) {
    this.posts = database.getCollection("posts");
    this.publishers = publishers;
  }

  @Override
  public Future<Void> put(Post post) {
    var key = key(post.site(), post.id());
    var document = told(post)
        .append("_id", key)
        .append("site", post.site().value())
        .append("post", post.id().value());
    var write = posts.replaceOne(eq(key), document, new ReplaceOptions().upsert(true));
    return publishers
        .unlessDuplicate(write)
        .compose(written -> written ? Future.<Void>succeededFuture() : put(post))
        .onComplete(done -> merged.invalidate(key));
  }

  @Override
  public Future<Void> merge(Post post) {
    var key = key(post.site(), post.id());
    var digest = digest(post);
    if (digest.equals(merged.getIfPresent(key))) {
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
        .onSuccess(written -> merged.put(key, digest))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Post>> find(SiteId site, PostId id) {
    return publishers
        .first(posts.find(eq(key(site, id))).limit(1))
        .map(found -> found.map(MongoPostRepository::post));
  }

  @Override
  public Future<List<Post>> all(SiteId site, @Nullable PostId after, int limit) {
    var begin = after == null ? site.value() + "/" : key(site, after);
    var ofSite = and(gt("_id", begin), lt("_id", site.value() + "0")); // '0' follows '/'
    return publishers
        .all(posts.find(ofSite).sort(ascending("_id")).limit(limit))
        .map(found -> found.stream().map(MongoPostRepository::post).toList());
  }

  /** SHA-256 of what is told; two texts that differ must never pass for the same. */
  private static String digest(Post post) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var told : Arrays.asList(post.url(), post.title(), post.body())) {
        if (told != null) {
          sha.update(told.getBytes(StandardCharsets.UTF_8));
        }
        sha.update((byte) (told == null ? 0xfe : 0xff)); // neither is ever in UTF-8
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
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
