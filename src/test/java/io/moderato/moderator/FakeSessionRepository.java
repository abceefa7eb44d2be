package io.moderato.moderator;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In memory. */
final class FakeSessionRepository implements SessionRepository {
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  @Override
  public Future<Void> add(Session session) {
    sessions.put(session.id(), session);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Session>> find(String id) {
    return Future.succeededFuture(Optional.ofNullable(sessions.get(id)));
  }

  @Override
  public Future<List<Session>> all(String login, int limit) {
    return Future.succeededFuture(sessions.values().stream()
        .filter(session -> session.login().equals(login))
        .sorted(Comparator.comparing(Session::createdAt).reversed())
        .limit(limit)
        .toList());
  }

  @Override
  public Future<Void> seen(String id, Instant seenAt, Instant endsAt) {
    sessions.computeIfPresent(
        id,
        (key, session) -> new Session(
            id,
            session.login(),
            session.generation(),
            session.browser(),
            session.createdAt(),
            seenAt,
            endsAt));
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> end(String login, String id) {
    return Future.succeededFuture(sessions
        .values()
        .removeIf(session -> session.login().equals(login) && session.id().equals(id)));
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = sessions.values().stream()
        .filter(session -> !session.endsAt().isAfter(now))
        .map(Session::id)
        .limit(limit)
        .toList();
    expired.forEach(sessions::remove);
    return Future.succeededFuture(expired.size());
  }
}
