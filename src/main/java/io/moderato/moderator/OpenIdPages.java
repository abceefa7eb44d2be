package io.moderato.moderator;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.ProblemException;
import io.moderato.http.PublicAddress;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.page.Pages;
import io.moderato.page.Shell;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with a provider of OpenID Connect: the way there, and the way back. */
public final class OpenIdPages implements Door {
  public static final String CALLBACK = "/login/openid/callback";

  static final String START = "/login/openid";

  /** Somebody may take so long at the provider. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final StaticTemplates TEMPLATES = new StaticTemplates();
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdPages.class);

  private final OpenIdProvider provider;
  private final OpenIdSettings settings;
  private final Accounts accounts;
  private final ModeratorRepository moderators;
  private final SignIn signIn;
  private final AuditLog audit;
  private final AuditIds ids;
  private final SessionCookie session;
  private final SessionCookie way;

  public OpenIdPages(
      OpenIdProvider provider,
      OpenIdSettings settings,
      Accounts accounts,
      ModeratorRepository moderators,
      SignIn signIn,
      AuditLog audit,
      AuditIds ids,
      PublicAddress address) {
    this.provider = provider;
    this.settings = settings;
    this.accounts = accounts;
    this.moderators = moderators;
    this.signIn = signIn;
    this.audit = audit;
    this.ids = ids;
    this.session = SessionCookie.ofSession(address);
    this.way = SessionCookie.ofProvider(address);
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    var start = limits.timed(router.get(START), "signInWithProvider");
    limits.bounded(start).handler(this::start).failureHandler(ProblemPages::answer);
    var callback = limits.timed(router.get(CALLBACK), "backFromProvider");
    limits.bounded(callback).handler(this::comeBack).failureHandler(ProblemPages::answer);
  }

  private void start(RoutingContext ctx) {
    var target = ReturnPath.of(ctx.queryParams().get("to"));
    var secret = SessionToken.random();
    provider
        .authorizeUrl(secret, state(secret, target.path()))
        .onSuccess(url -> {
          way.set(ctx, secret, LONGEST);
          ProblemPages.redirect(ctx, url);
        })
        .onFailure(failure -> refuse(ctx, failure));
  }

  /** Proves that it comes back to the browser that went there, and says where to go on. */
  private static String state(SessionToken secret, String path) {
    var encoded = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(path.getBytes(StandardCharsets.US_ASCII));
    return secret.derived("state " + encoded) + "." + encoded;
  }

  private static Optional<ReturnPath> target(SessionToken secret, @Nullable String state) {
    if (state == null || state.indexOf('.') < 0) {
      return Optional.empty();
    }
    var encoded = state.substring(state.indexOf('.') + 1);
    return SessionGuard.isEqual(secret.derived("state " + encoded) + "." + encoded, state)
        ? Optional.of(ReturnPath.of(
            new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII)))
        : Optional.empty();
  }

  private void comeBack(RoutingContext ctx) {
    var secret = way.read(ctx);
    var target = secret.flatMap(known -> target(known, ctx.queryParams().get("state")));
    var code = ctx.queryParams().get("code");
    var issuer = ctx.queryParams().get("iss"); // RFC 9207
    way.remove(ctx);
    if (target.isEmpty() || issuer != null && !issuer.equals(settings.issuer().toString())) {
      refuse(ctx, new RefusedSignInException("an answer to nothing that this browser asked"));
    } else if (code == null) {
      refuse(ctx, new RefusedSignInException("the provider refused"));
    } else {
      provider
          .token(secret.orElseThrow(), code)
          .compose(this::account)
          .compose(moderator -> signIn.enter(moderator, "openid", LoginPages.browser(ctx)))
          .onSuccess(token -> {
            session.set(ctx, token);
            ProblemPages.redirect(ctx, target.get().path());
          })
          .onFailure(failure -> refuse(ctx, failure));
    }
  }

  private Future<Moderator> account(IdToken token) {
    var login = token.login(settings.loginClaim());
    if (login.isEmpty()) {
      return refused("nobody", "a token without a usable login");
    }
    return moderators.find(login.get()).compose(found -> {
      if (found.isPresent()) {
        return found.get().disabled()
            ? refused(found.get().who(), "a disabled account")
            : Future.succeededFuture(found.get());
      }
      var name = token.name().orElse(login.get());
      return settings.create()
          ? accounts.create("openid", login.get(), name, Role.MODERATOR, Set.of(), null)
          : refused("nobody", "nobody's account");
    });
  }

  /** For whom the provider has vouched, which is more than a stranger can have written down. */
  private Future<Moderator> refused(String who, String why) {
    return audit
        .add(ids.entry(who, Act.SIGN_IN_FAILED).with("by", "openid"))
        .compose(written -> Future.failedFuture(new RefusedSignInException(why)));
  }

  /** Says the same whatever went wrong; the log says more. */
  private void refuse(RoutingContext ctx, Throwable failure) {
    if (failure instanceof StoreUnavailableException || failure instanceof ProblemException) {
      ctx.fail(failure);
      return;
    }
    LOG.atWarn()
        .addKeyValue("reason", Objects.toString(failure.getMessage()))
        .log("sign-in by OpenID Connect refused");
    var words = ProblemPages.words(ctx);
    Pages.answer(
        ctx, 401, TEMPLATES.signinRefused(Shell.signedOut(words), words.text("login.refused")));
  }
}
