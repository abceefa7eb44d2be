package io.moderato.comment;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;

/** Keeps posts. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface PostRepository {
  /** Stores the post as it is given, whatever stood there. */
  Future<Void> put(Post post);

  /** Stores what the post tells; what it leaves null stays as it is stored. */
  Future<Void> merge(Post post);

  Future<Optional<Post>> find(SiteId site, PostId id);
}
