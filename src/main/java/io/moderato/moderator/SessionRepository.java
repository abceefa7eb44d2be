package io.moderato.moderator;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps sessions. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface SessionRepository {
  Future<Void> add(Session session);

  Future<Optional<Session>> find(String id);

  /** Of one account, the one that was begun last first. */
  Future<List<Session>> all(String login, int limit);

  /** Does nothing where the session has ended meanwhile. */
  Future<Void> seen(String id, Instant seenAt, Instant endsAt);

  /** False if there is no such session of the account. */
  Future<Boolean> end(String login, String id);

  /** Erases at most so many whose end has come; completes with how many. */
  Future<Integer> purgeExpired(Instant now, int limit);
}
