package io.moderato.moderator;

import io.moderato.moderator.Failures.Limit;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** In memory. */
final class FakeFailureRepository implements FailureRepository {
  private final Map<String, Failures> failures = new HashMap<>();

  @Override
  public Future<Failures> find(String subject, Instant now) {
    return Future.succeededFuture(known(subject, now));
  }

  @Override
  public Future<Failures> add(String subject, Instant now) {
    var before = known(subject, now);
    failures.put(subject, new Failures(before.count() + 1, now));
    return Future.succeededFuture(before);
  }

  @Override
  public Future<Void> forgive(String subject) {
    failures.computeIfPresent(
        subject, (key, known) -> new Failures(Math.max(0, known.count() - 1), known.lastAt()));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> forget(String subject) {
    failures.remove(subject);
    return Future.succeededFuture();
  }

  @Override
  public Future<Integer> purgeExpired(Instant now, int limit) {
    var expired = failures.keySet().stream()
        .filter(subject -> known(subject, now).equals(Failures.NONE))
        .limit(limit)
        .toList();
    expired.forEach(failures::remove);
    return Future.succeededFuture(expired.size());
  }

  private Failures known(String subject, Instant now) {
    var known = failures.getOrDefault(subject, Failures.NONE);
    return known.lastAt().plus(Limit.REMEMBERED).isAfter(now) ? known : Failures.NONE;
  }
}
