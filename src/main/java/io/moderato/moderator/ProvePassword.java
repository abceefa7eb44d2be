package io.moderato.moderator;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.moderator.Failures.Limit;
import io.moderato.moderator.Proof.Locked;
import io.moderato.moderator.Proof.Proven;
import io.moderato.moderator.Proof.Wrong;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds a password against an account. Who guesses has to wait, ever longer, whether there is such an account or not. */
public final class ProvePassword {
  private static final int MOST_PURGED = 1000;

  private final ModeratorRepository moderators;
  private final FailureRepository failures;
  private final Passwords passwords;
  private final AuditLog audit;
  private final AuditIds ids;
  private final Clock clock;

  public ProvePassword(
      ModeratorRepository moderators,
      FailureRepository failures,
      Passwords passwords,
      AuditLog audit,
      AuditIds ids,
      Clock clock) {
    this.moderators = moderators;
    this.failures = failures;
    this.passwords = passwords;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param address where the request came from */
  Future<Proof> prove(String login, String password, String address) {
    var now = clock.instant();
    var byLogin = Limit.LOGIN.subject(login);
    var byAddress = Limit.ADDRESS.subject(address);
    return pause(failures.find(byLogin, now), failures.find(byAddress, now), now)
        .compose(pause -> pause.isZero()
            // Each attempt is a failure until it turns out to be none, so that many at once are no
            // way around the pause.
            ? pause(failures.add(byLogin, now), failures.add(byAddress, now), now)
            : Future.succeededFuture(pause))
        .compose(pause ->
            pause.isZero() ? check(login, password) : Future.succeededFuture(new Locked(pause)))
        .compose(proof -> proof instanceof Proven
            ? Future.all(failures.forget(byLogin), failures.forgive(byAddress)).map(proof)
            : Future.succeededFuture(proof));
  }

  private static Future<Duration> pause(
      Future<Failures> ofLogin, Future<Failures> ofAddress, Instant now) {
    return Future.all(ofLogin, ofAddress).map(both -> {
      var one = ofLogin.result().pause(Limit.LOGIN, now);
      var other = ofAddress.result().pause(Limit.ADDRESS, now);
      return one.compareTo(other) > 0 ? one : other;
    });
  }

  private Future<Proof> check(String login, String password) {
    return find(login)
        .compose(found -> passwords
            .matches(found.map(Moderator::password).orElse(null), password)
            .compose(matches -> matches && !found.orElseThrow().disabled()
                ? Future.succeededFuture(new Proven(found.orElseThrow()))
                : failed(found)));
  }

  private Future<Optional<Moderator>> find(String login) {
    return Moderator.isLogin(login)
        ? moderators.find(login)
        : Future.succeededFuture(Optional.empty());
  }

  /** A login that is nobody's is not written down: it may be a password typed in the wrong place. */
  private Future<Proof> failed(Optional<Moderator> found) {
    var who = found.map(Moderator::who).orElse("nobody");
    return audit.add(ids.entry(who, Act.SIGN_IN_FAILED)).map(new Wrong());
  }

  /** Erases failures that are to be forgotten; for a store that does not do so itself. */
  public Future<Integer> purge() {
    return failures.purgeExpired(clock.instant(), MOST_PURGED);
  }
}
