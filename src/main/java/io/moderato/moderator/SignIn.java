package io.moderato.moderator;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.vertx.core.Future;

/** Begins and ends sessions of people, and writes both down. */
public final class SignIn {
  private final Sessions sessions;
  private final AuditLog audit;
  private final AuditIds ids;

  public SignIn(Sessions sessions, AuditLog audit, AuditIds ids) {
    this.sessions = sessions;
    this.audit = audit;
    this.ids = ids;
  }

  /**
   * Begins a session of its own, whatever the browser brought along.
   *
   * @param moderator who has proved to be it; as read before the proof
   * @param proof by what: {@code password} or {@code openid}
   */
  Future<SessionToken> enter(Moderator moderator, String proof, String browser) {
    return audit
        .add(ids.entry(moderator.who(), Act.SIGN_IN).with("by", proof))
        .compose(added -> sessions.begin(moderator, browser));
  }

  Future<Void> leave(SignedIn signedIn) {
    return audit
        .add(ids.entry(signedIn.moderator().who(), Act.SIGN_OUT))
        .compose(added -> sessions.end(signedIn.moderator(), signedIn.sessionId()))
        .mapEmpty();
  }
}
