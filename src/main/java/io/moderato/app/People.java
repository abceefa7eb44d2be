package io.moderato.app;

import io.moderato.app.Settings.SignInSettings;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.http.Door;
import io.moderato.moderator.AccountPages;
import io.moderato.moderator.Accounts;
import io.moderato.moderator.LoginPages;
import io.moderato.moderator.LostPages;
import io.moderato.moderator.ModeratorPages;
import io.moderato.moderator.ModeratorRepository;
import io.moderato.moderator.MongoFailureRepository;
import io.moderato.moderator.MongoModeratorRepository;
import io.moderato.moderator.MongoSessionRepository;
import io.moderato.moderator.OpenIdPages;
import io.moderato.moderator.OpenIdProvider;
import io.moderato.moderator.Passwords;
import io.moderato.moderator.ProvePassword;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.Sessions;
import io.moderato.moderator.SignIn;
import io.moderato.mongo.Mongo;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts that know who moderates.
 *
 * @param guard lets pages be seen by who is signed in
 * @param pages on which people sign in, and change accounts
 */
record People(
    ModeratorRepository moderators,
    Accounts accounts,
    SessionGuard guard,
    List<Door> pages,
    Passwords passwords)
    implements AutoCloseable {
  private static final long PURGE_EVERY_MS = Duration.ofMinutes(10).toMillis();

  static People open(
      Vertx vertx,
      Mongo mongo,
      SiteDirectory directory,
      AuditLog audit,
      AuditIds ids,
      SignInSettings settings,
      Clock clock) {
    var moderators = new MongoModeratorRepository(mongo.database(), mongo.publishers());
    var failures = new MongoFailureRepository(mongo.database(), mongo.publishers());
    var passwords = new Passwords(vertx);
    var sessions = new Sessions(
        new MongoSessionRepository(mongo.database(), mongo.publishers()),
        moderators,
        settings.idle(),
        settings.most(),
        clock);
    var guard = new SessionGuard(sessions, settings.address());
    var accounts = new Accounts(moderators, directory, passwords, audit, ids, clock);
    var prove = new ProvePassword(moderators, failures, passwords, audit, ids, clock);
    var signIn = new SignIn(sessions, audit, ids);
    vertx.setPeriodic(PURGE_EVERY_MS, tick -> {
      sessions.purge();
      prove.purge();
    });
    var address = settings.address();
    var openId = settings.openId();
    var pages = new ArrayList<Door>(List.of(
        new LoginPages(prove, signIn, guard, address, openId == null ? null : openId.name()),
        new AccountPages(accounts, prove, sessions, guard, address),
        new ModeratorPages(accounts, guard),
        new LostPages()));
    if (openId != null) {
      var provider = new OpenIdProvider(vertx, openId, address.url() + OpenIdPages.CALLBACK, clock);
      pages.add(
          new OpenIdPages(provider, openId, accounts, moderators, signIn, audit, ids, address));
    }
    return new People(moderators, accounts, guard, List.copyOf(pages), passwords);
  }

  @Override
  public void close() {
    passwords.close();
  }
}
