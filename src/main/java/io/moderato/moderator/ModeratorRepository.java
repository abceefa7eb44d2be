package io.moderato.moderator;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps accounts. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface ModeratorRepository {
  /** False if the login is taken. */
  Future<Boolean> addIfNew(Moderator moderator);

  Future<Optional<Moderator>> find(String login);

  /** Stores the account with the next version; false if it has changed since it was read. */
  Future<Boolean> replace(Moderator moderator);

  /** By their logins, from behind {@code after}; null for the first. */
  Future<List<Moderator>> all(@Nullable String after, int limit);
}
