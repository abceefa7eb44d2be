package io.moderato.moderator;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Begins sessions, tells whose they are, and ends them. */
public final class Sessions {
  /** A session's last sign of life is stored no more often than this. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final int MOST_LISTED = 100;
  private static final int MOST_PURGED = 1000;

  private final SessionRepository sessions;
  private final ModeratorRepository moderators;
  private final Duration idle;
  private final Duration most;
  private final Clock clock;

  /**
   * @param idle after so long without a request, a session ends
   * @param most and after so long in any case
   */
  public Sessions(
      SessionRepository sessions,
      ModeratorRepository moderators,
      Duration idle,
      Duration most,
      Clock clock) {
    this.sessions = sessions;
    this.moderators = moderators;
    this.idle = idle;
    this.most = most;
    this.clock = clock;
  }

  /** @param moderator as read before the proof: what ends all sessions meanwhile ends this one, too */
  Future<SessionToken> begin(Moderator moderator, String browser) {
    var token = SessionToken.random();
    var now = now();
    var session = new Session(
        token.sessionId(),
        moderator.login(),
        moderator.generation(),
        browser,
        now,
        now,
        end(now, now));
    return sessions.add(session).map(token);
  }

  /** Whom the token lets in; empty where its session is over, or never was. */
  Future<Optional<SignedIn>> resume(SessionToken token) {
    var now = now();
    return sessions.find(token.sessionId()).compose(found -> {
      var live = found.filter(session -> session.endsAt().isAfter(now));
      return live.isEmpty()
          ? Future.succeededFuture(Optional.empty())
          : resume(token, live.get(), now);
    });
  }

  private Future<Optional<SignedIn>> resume(SessionToken token, Session session, Instant now) {
    return moderators.find(session.login()).compose(found -> {
      var holder = found.filter(moderator -> !moderator.disabled() && session.isOf(moderator));
      if (holder.isEmpty()) {
        return Future.succeededFuture(Optional.empty());
      }
      var signedIn = new SignedIn(holder.get(), session.id(), token.csrfToken());
      return seen(session, now).map(Optional.of(signedIn));
    });
  }

  private Future<Void> seen(Session session, Instant now) {
    return session.seenAt().plus(SEEN_EVERY).isAfter(now)
        ? Future.succeededFuture()
        : sessions.seen(session.id(), now, end(session.createdAt(), now));
  }

  /** Those of the account that let somebody in, the one that was begun last first. */
  Future<List<Session>> live(Moderator moderator) {
    var now = now();
    return sessions
        .all(moderator.login(), MOST_LISTED)
        .map(all -> all.stream()
            .filter(session -> session.isOf(moderator) && session.endsAt().isAfter(now))
            .toList());
  }

  /** False if the account has no such session. */
  Future<Boolean> end(Moderator moderator, String sessionId) {
    return sessions.end(moderator.login(), sessionId);
  }

  /** Erases sessions that are over; for a store that does not do so itself. */
  public Future<Integer> purge() {
    return sessions.purgeExpired(now(), MOST_PURGED);
  }

  private Instant end(Instant begun, Instant seen) {
    var idleEnd = seen.plus(idle);
    var lastEnd = begun.plus(most);
    return idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
