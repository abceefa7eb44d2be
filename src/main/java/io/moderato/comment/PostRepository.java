package io.moderato.comment;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps posts. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface PostRepository {
  /** Stores the post as it is given, whatever stood there. */
  Future<Void> put(Post post);

  /** Stores what the post tells; what it leaves null stays as it is stored. */
  Future<Void> merge(Post post);

  Future<Optional<Post>> find(SiteId site, PostId id);

  /**
   * All posts of a site, in an order of the store's own.
   *
   * @param after the last one of the page before; null for the first page
   * @param limit at most so many
   */
  Future<List<Post>> all(SiteId site, @Nullable PostId after, int limit);
}
