package io.moderato.moderator;

import io.vertx.core.Future;
import java.time.Instant;

/** Counts failures to sign in. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface FailureRepository {
  Future<Failures> find(String subject, Instant now);

  /** Counts one more, and gives what there was before it. */
  Future<Failures> add(String subject, Instant now);

  /** Takes one back. */
  Future<Void> forgive(String subject);

  Future<Void> forget(String subject);

  /** Erases at most so many that are to be forgotten; completes with how many. */
  Future<Integer> purgeExpired(Instant now, int limit);
}
