package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.site.KeySecret;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ids for comments that come without one. */
public final class SubmittedIds {
  private final Supplier<String> sortedByTime;

  /** @param sortedByTime makes ids that are never the same and sort by time */
  public SubmittedIds(Supplier<String> sortedByTime) {
    this.sortedByTime = sortedByTime;
  }

  /** The same id for the same key, which is not shown in it; a new one without a key. */
  CommentId idFor(@Nullable String idempotencyKey) {
    return new CommentId(
        idempotencyKey == null
            ? sortedByTime.get()
            : "key-" + new KeySecret(idempotencyKey).hash().substring(0, 32));
  }
}
