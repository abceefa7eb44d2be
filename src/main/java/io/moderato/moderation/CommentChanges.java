package io.moderato.moderation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** What changes in the store, whichever process does it. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface CommentChanges {
  /** From then on, the earliest first. */
  Future<List<CommentChange>> since(Instant time, int limit);
}
