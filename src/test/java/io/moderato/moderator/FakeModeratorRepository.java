package io.moderato.moderator;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In memory. */
public final class FakeModeratorRepository implements ModeratorRepository {
  private final TreeMap<String, Moderator> moderators = new TreeMap<>();

  @Override
  public Future<Boolean> addIfNew(Moderator moderator) {
    return Future.succeededFuture(moderators.putIfAbsent(moderator.login(), moderator) == null);
  }

  @Override
  public Future<Optional<Moderator>> find(String login) {
    return Future.succeededFuture(Optional.ofNullable(moderators.get(login)));
  }

  @Override
  public Future<Boolean> replace(Moderator moderator) {
    var stored = moderators.get(moderator.login());
    if (stored == null || stored.version() != moderator.version()) {
      return Future.succeededFuture(false);
    }
    moderators.put(moderator.login(), Moderators.withVersion(moderator, moderator.version() + 1));
    return Future.succeededFuture(true);
  }

  @Override
  public Future<List<Moderator>> all(@Nullable String after, int limit) {
    var behind = after == null ? moderators : moderators.tailMap(after, false);
    return Future.succeededFuture(behind.values().stream().limit(limit).toList());
  }
}
