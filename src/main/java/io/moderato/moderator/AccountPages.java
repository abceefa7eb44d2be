package io.moderato.moderator;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.Proof.Locked;
import io.moderato.moderator.Proof.Proven;
import io.moderato.page.Pages;
import io.moderato.template.StaticTemplates;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What everybody changes of their own account: password, preferences, sessions. */
public final class AccountPages implements Door {
  /** What a page can say has been done, each a message's key. */
  private static final Set<String> DONE = Set.of("password", "preferences", "session");

  /** Fields of the form that hold the key of an act. */
  private static final String KEY_FIELD = "key.";

  private static final StaticTemplates TEMPLATES = new StaticTemplates();

  private final Accounts accounts;
  private final ProvePassword provePassword;
  private final Sessions sessions;
  private final SessionGuard guard;
  private final SessionCookie cookie;
  private final PublicAddress address;

  public AccountPages(
      Accounts accounts,
      ProvePassword provePassword,
      Sessions sessions,
      SessionGuard guard,
      PublicAddress address) {
    this.accounts = accounts;
    this.provePassword = provePassword;
    this.sessions = sessions;
    this.guard = guard;
    this.cookie = SessionCookie.ofSession(address);
    this.address = address;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/account"), "accountPage"), limits)
        .handler(this::showAccount);
    guard
        .guard(limits.timed(router.post("/account/password"), "changePassword"), limits)
        .handler(this::changePassword);
    guard
        .guard(limits.timed(router.post("/account/preferences"), "changePreferences"), limits)
        .handler(this::changePreferences);
    guard
        .guard(limits.timed(router.post("/account/sessions/end"), "endSession"), limits)
        .handler(this::endSession);
    guard
        .guard(limits.timed(router.post("/account/sign-out"), "signOutEverywhere"), limits)
        .handler(this::signOutEverywhere);
  }

  private void showAccount(RoutingContext ctx) {
    var done = ctx.queryParams().get("done");
    show(ctx, 200, done != null && DONE.contains(done) ? "account.done." + done : null, null);
  }

  /**
   * @param done key of what has just been done; null for nothing
   * @param mistake in the password form; null for none
   */
  private void show(
      RoutingContext ctx, int status, @Nullable String done, @Nullable String mistake) {
    var signedIn = SignedIn.of(ctx);
    sessions
        .live(signedIn.moderator())
        .onSuccess(live -> Pages.answer(
            ctx,
            status,
            TEMPLATES.signinAccount(signedIn.shell(ctx, "account"), signedIn, live, done, mistake)))
        .onFailure(ctx::fail);
  }

  /** The session goes on as a new one; all others are over. */
  private void changePassword(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    var words = SignedIn.of(ctx).shell(ctx, "account").t();
    var form = ctx.request().formAttributes();
    NewPassword chosen;
    try {
      chosen = new NewPassword(field(form, "new"));
    } catch (IllegalArgumentException e) {
      show(ctx, 400, null, words.text("account.password.rule"));
      return;
    }
    if (!field(form, "again").equals(field(form, "new"))) {
      show(ctx, 400, null, words.text("account.password.differ"));
      return;
    }
    provePassword
        .prove(moderator.login(), field(form, "current"), address.client(ctx.request()))
        .onSuccess(proof -> {
          if (proof instanceof Proven) {
            setPassword(ctx, chosen);
          } else if (proof instanceof Locked locked) {
            show(ctx, 429, null, words.text("login.locked", locked.minutes()));
          } else {
            show(ctx, 400, null, words.text("account.password.wrong"));
          }
        })
        .onFailure(ctx::fail);
  }

  private void setPassword(RoutingContext ctx, NewPassword chosen) {
    var moderator = SignedIn.of(ctx).moderator();
    accounts
        .setPassword(moderator.who(), moderator.login(), chosen)
        .compose(changed -> sessions.begin(changed, LoginPages.browser(ctx)))
        .onSuccess(token -> {
          cookie.set(ctx, token);
          ProblemPages.redirect(ctx, "/account?done=password");
        })
        .onFailure(ctx::fail);
  }

  private void changePreferences(RoutingContext ctx) {
    accounts
        .prefer(
            SignedIn.of(ctx).moderator().login(),
            preferences(
                ctx.request().formAttributes(), SignedIn.of(ctx).moderator().preferences()))
        .onSuccess(changed -> ProblemPages.redirect(ctx, "/account?done=preferences"))
        .onFailure(ctx::fail);
  }

  /** @param now whose keys stay where the form brings none along */
  private static Preferences preferences(MultiMap form, Preferences now) {
    var keys = new TreeMap<String, String>();
    form.forEach((field, key) -> {
      if (field.startsWith(KEY_FIELD) && !key.isBlank()) {
        keys.put(field.substring(KEY_FIELD.length()), key.strip());
      }
    });
    var bringsKeys = form.names().stream().anyMatch(field -> field.startsWith(KEY_FIELD));
    try {
      return new Preferences(
          field(form, "language"),
          field(form, "theme"),
          form.contains("blur"),
          form.contains("grey"),
          bringsKeys ? keys : now.keys());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.of(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage())));
    }
  }

  private void endSession(RoutingContext ctx) {
    var id = field(ctx.request().formAttributes(), "session");
    sessions
        .end(SignedIn.of(ctx).moderator(), id)
        .onSuccess(ended -> ProblemPages.redirect(ctx, "/account?done=session"))
        .onFailure(ctx::fail);
  }

  private void signOutEverywhere(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    accounts
        .signOutEverywhere(moderator.who(), moderator.login())
        .onSuccess(ended -> {
          cookie.remove(ctx);
          ProblemPages.redirect(ctx, "/login");
        })
        .onFailure(ctx::fail);
  }

  private static String field(MultiMap form, String name) {
    return Objects.requireNonNullElse(form.get(name), "");
  }
}
