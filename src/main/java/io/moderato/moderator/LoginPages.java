package io.moderato.moderator;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.PublicAddress;
import io.moderato.moderator.Proof.Locked;
import io.moderato.moderator.Proof.Proven;
import io.moderato.page.Pages;
import io.moderato.page.Shell;
import io.moderato.template.StaticTemplates;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, and out. */
public final class LoginPages implements Door {
  /** A page to sign in on may stay open so long. */
  private static final Duration PAGE_AGE = Duration.ofDays(1);

  private static final StaticTemplates TEMPLATES = new StaticTemplates();

  private final ProvePassword provePassword;
  private final SignIn signIn;
  private final SessionGuard guard;
  private final SessionCookie session;
  private final SessionCookie page;
  private final PublicAddress address;
  private final @Nullable String provider;

  /** @param provider what the button says that leads to OpenID Connect; null for no such button */
  public LoginPages(
      ProvePassword provePassword,
      SignIn signIn,
      SessionGuard guard,
      PublicAddress address,
      @Nullable String provider) {
    this.provePassword = provePassword;
    this.signIn = signIn;
    this.guard = guard;
    this.session = SessionCookie.ofSession(address);
    this.page = SessionCookie.ofSignIn(address);
    this.address = address;
    this.provider = provider;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    var form = limits.timed(router.get("/login"), "signInPage");
    limits.bounded(form).handler(this::showForm).failureHandler(ProblemPages::answer);

    var sent = limits.timed(router.post("/login"), "signIn");
    limits.withBody(limits.bounded(sent)).handler(this::signIn);
    sent.failureHandler(ProblemPages::answer);

    guard.guard(limits.timed(router.post("/logout"), "signOut"), limits).handler(this::signOut);
  }

  private void showForm(RoutingContext ctx) {
    var target = ReturnPath.of(ctx.queryParams().get("to"));
    guard
        .signedIn(ctx)
        .onSuccess(signedIn -> {
          if (signedIn.isPresent()) {
            ProblemPages.redirect(ctx, target.path());
          } else {
            show(ctx, 200, target, "", null);
          }
        })
        .onFailure(ctx::fail);
  }

  /** With a token that only a page shown to this browser can bring back: nobody is signed in to another's account unawares. */
  private void show(
      RoutingContext ctx, int status, ReturnPath target, String login, @Nullable String alert) {
    var token = page.read(ctx).orElseGet(SessionToken::random);
    page.set(ctx, token, PAGE_AGE);
    var shell = Shell.signedOut(ProblemPages.words(ctx));
    Pages.answer(
        ctx,
        status,
        TEMPLATES.signinLogin(
            shell,
            token.csrfToken(),
            target.path(),
            login,
            alert,
            provider,
            target.withProvider()));
  }

  private void signIn(RoutingContext ctx) {
    var target = ReturnPath.of(ctx.request().getFormAttribute("to"));
    var login = field(ctx, "login").strip();
    var words = ProblemPages.words(ctx);
    var isOwnPage = page.read(ctx)
        .filter(token ->
            SessionGuard.isEqual(token.csrfToken(), ctx.request().getFormAttribute("csrf")))
        .isPresent();
    if (!isOwnPage) {
      show(ctx, 403, target, login, words.text("login.stale"));
      return;
    }
    provePassword
        .prove(login, field(ctx, "password"), address.client(ctx.request()))
        .onSuccess(proof -> {
          if (proof instanceof Proven proven) {
            enter(ctx, proven.moderator(), target);
          } else if (proof instanceof Locked locked) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(locked.minutes() * 60));
            show(ctx, 429, target, login, words.text("login.locked", locked.minutes()));
          } else {
            show(ctx, 401, target, login, words.text("login.wrong"));
          }
        })
        .onFailure(ctx::fail);
  }

  private void enter(RoutingContext ctx, Moderator moderator, ReturnPath target) {
    signIn
        .enter(moderator, "password", browser(ctx))
        .onSuccess(token -> {
          page.remove(ctx);
          session.set(ctx, token);
          ProblemPages.redirect(ctx, target.path());
        })
        .onFailure(ctx::fail);
  }

  private void signOut(RoutingContext ctx) {
    signIn
        .leave(SignedIn.of(ctx))
        .onSuccess(ended -> {
          session.remove(ctx);
          ProblemPages.redirect(ctx, "/login");
        })
        .onFailure(ctx::fail);
  }

  static String browser(RoutingContext ctx) {
    return Objects.requireNonNullElse(ctx.request().getHeader(HttpHeaders.USER_AGENT), "");
  }

  private static String field(RoutingContext ctx, String name) {
    return Objects.requireNonNullElse(ctx.request().getFormAttribute(name), "");
  }
}
