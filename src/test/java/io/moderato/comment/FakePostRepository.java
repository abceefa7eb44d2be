package io.moderato.comment;

import com.mongodb.MongoTimeoutException;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps posts in memory; can be made to be down. */
public final class FakePostRepository implements PostRepository {
  private final Map<List<Object>, Post> posts = new ConcurrentHashMap<>();
  private volatile boolean down;

  public void isDown(boolean down) {
    this.down = down;
  }

  @Override
  public Future<Void> put(Post post) {
    if (down) {
      return outage();
    }
    posts.put(key(post.site(), post.id()), post);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> merge(Post post) {
    if (down) {
      return outage();
    }
    posts.merge(key(post.site(), post.id()), post, FakePostRepository::merged);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Post>> find(SiteId site, PostId id) {
    return down ? outage() : Future.succeededFuture(Optional.ofNullable(posts.get(key(site, id))));
  }

  @Override
  public Future<List<Post>> all(SiteId site, @Nullable PostId after, int limit) {
    return down
        ? outage()
        : Future.succeededFuture(posts.values().stream()
            .filter(post -> post.site().equals(site))
            .filter(post -> after == null || post.id().value().compareTo(after.value()) > 0)
            .sorted(Comparator.comparing(post -> post.id().value()))
            .limit(limit)
            .toList());
  }

  private static Post merged(Post stored, Post told) {
    return new Post(
        stored.site(),
        stored.id(),
        either(told.url(), stored.url()),
        either(told.title(), stored.title()),
        either(told.body(), stored.body()),
        told.updatedAt());
  }

  private static @Nullable String either(@Nullable String told, @Nullable String stored) {
    return told == null ? stored : told;
  }

  private static List<Object> key(SiteId site, PostId id) {
    return List.of(site, id);
  }

  private static <T> Future<T> outage() {
    return Future.failedFuture(new StoreUnavailableException(new MongoTimeoutException("down")));
  }
}
