package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.moderation.CommentKey;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is looking at which comment. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface Claims {
  /**
   * Claims a comment, or renews the claim. The claim that stands afterwards is somebody else's where that one was first.
   *
   * @param takeOver whether to have it even so
   */
  Future<Claim> claim(SiteId site, CommentId comment, String who, boolean takeOver);

  /** Ends the claim if it is of this holder. */
  Future<Void> release(SiteId site, CommentId comment, String who);

  Future<Optional<Claim>> of(SiteId site, CommentId comment);

  /** Of those comments that are claimed. */
  Future<Map<CommentKey, Claim>> of(Collection<CommentKey> comments);

  /** Erases what ended long ago; for now and then. */
  Future<Void> forgetEnded();

  /** Those that were made or renewed since, the earliest first; what was released is not told. */
  Future<List<Claim>> madeSince(Instant since, int limit);
}
