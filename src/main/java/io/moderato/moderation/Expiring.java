package io.moderato.moderation;

import io.vertx.core.Future;
import java.time.Instant;

/** Keeps things that their site wants kept for a while only. */
public interface Expiring {
  /** Erases at most {@code limit} that expired by then; completes with how many. */
  Future<Integer> purgeExpired(Instant now, int limit);
}
