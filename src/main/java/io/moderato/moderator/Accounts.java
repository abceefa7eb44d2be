package io.moderato.moderator;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts and changes them; each change is written down before it is made. What can't be done fails with a {@link ProblemException}:
 * a login that is taken or is nobody's, a site that there is not.
 */
public final class Accounts {
  private static final int MOST_TRIES = 5;

  private final ModeratorRepository moderators;
  private final SiteDirectory sites;
  private final Passwords passwords;
  private final AuditLog audit;
  private final AuditIds ids;
  private final Clock clock;

  public Accounts(
      ModeratorRepository moderators,
      SiteDirectory sites,
      Passwords passwords,
      AuditLog audit,
      AuditIds ids,
      Clock clock) {
    this.moderators = moderators;
    this.sites = sites;
    this.passwords = passwords;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param who makes it, as audit entries have it
   * @param password null where a provider of OpenID Connect is to let them in
   */
  public Future<Moderator> create(
      String who,
      String login,
      String name,
      Role role,
      Set<SiteId> sites,
      @Nullable NewPassword password) {
    var entry = about(who, login, Act.MODERATOR_CHANGE)
        .with("created", "true")
        .with(new AccountChanges(name, role, sites, null).facts());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return checked(() -> Moderator.create(login, name, role, sites, now))
        .compose(made -> requireSites(sites)
            .compose(known -> requireNew(login))
            .compose(isNew -> withPassword(made, password)))
        .compose(made -> audit
            .add(entry)
            .compose(written -> moderators.addIfNew(made))
            .compose(added -> added ? Future.succeededFuture(made) : taken(login)));
  }

  private Future<Moderator> withPassword(Moderator made, @Nullable NewPassword password) {
    return password == null
        ? Future.succeededFuture(made)
        : passwords.hash(password).map(made::withPassword);
  }

  /** What breaks the rules of a record becomes a problem. */
  private static Future<Moderator> checked(Supplier<Moderator> made) {
    try {
      return Future.succeededFuture(made.get());
    } catch (IllegalArgumentException e) {
      return problem(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  private Future<Void> requireNew(String login) {
    return moderators
        .find(login)
        .compose(found -> found.isEmpty() ? Future.succeededFuture() : taken(login));
  }

  private static <T> Future<T> taken(String login) {
    return problem(ProblemType.CONFLICT, "There is an account '%s'.".formatted(login));
  }

  private Future<Void> requireSites(Set<SiteId> wanted) {
    return Future.all(wanted.stream().map(this::requireSite).toList()).mapEmpty();
  }

  private Future<Void> requireSite(SiteId id) {
    return sites
        .find(id)
        .compose(found -> found.isPresent()
            ? Future.succeededFuture()
            : problem(ProblemType.NOT_FOUND, "There is no site '%s'.".formatted(id)));
  }

  public Future<Moderator> change(String who, String login, AccountChanges changes) {
    var entry = about(who, login, Act.MODERATOR_CHANGE).with(changes.facts());
    var named = changes.sites();
    return requireSites(named == null ? Set.of() : named)
        .compose(known -> change(entry, login, changes::applied));
  }

  /** Ends every session of the account. */
  public Future<Moderator> setPassword(String who, String login, NewPassword password) {
    return passwords
        .hash(password)
        .compose(hash -> change(
            about(who, login, Act.PASSWORD_CHANGE),
            login,
            moderator -> moderator.withPassword(hash)));
  }

  /** Ends every session of the account. */
  public Future<Moderator> signOutEverywhere(String who, String login) {
    var entry = about(who, login, Act.SIGN_OUT).with("sessions", "all");
    return change(entry, login, Moderator::signedOutEverywhere);
  }

  /** How somebody likes the pages is nobody else's business, and not written down. */
  Future<Moderator> prefer(String login, Preferences preferences) {
    return change(login, MOST_TRIES, moderator -> moderator.with(preferences));
  }

  public Future<Moderator> find(String login) {
    return moderators
        .find(login)
        .compose(found -> found
            .map(Future::succeededFuture)
            .orElseGet(() ->
                problem(ProblemType.NOT_FOUND, "There is no account '%s'.".formatted(login))));
  }

  /** By their logins, from behind {@code after}. */
  public Future<List<Moderator>> all(@Nullable String after, int limit) {
    return moderators.all(after, limit);
  }

  private AuditEntry about(String who, String login, Act act) {
    return ids.entry(who, act).with("moderator", login);
  }

  private Future<Moderator> change(
      AuditEntry entry, String login, UnaryOperator<Moderator> change) {
    return find(login)
        .compose(found -> checked(() -> change.apply(found)))
        .compose(possible -> audit.add(entry))
        .compose(written -> change(login, MOST_TRIES, change));
  }

  private Future<Moderator> change(String login, int tries, UnaryOperator<Moderator> change) {
    if (tries == 0) {
      return problem(
          ProblemType.CONFLICT, "The account was changed by others at the same time. Try again.");
    }
    return find(login).compose(found -> {
      var changed = change.apply(found);
      return moderators
          .replace(changed)
          .compose(won -> won ? Future.succeededFuture(changed) : change(login, tries - 1, change));
    });
  }

  private static <T> Future<T> problem(ProblemType type, String detail) {
    return Future.failedFuture(new ProblemException(Problem.of(type, detail)));
  }
}
