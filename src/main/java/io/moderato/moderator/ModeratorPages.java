package io.moderato.moderator;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.page.Pages;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where admins make and change accounts. A password that is made here is shown once. */
public final class ModeratorPages implements Door {
  private static final int MOST_LISTED = 200;
  private static final String PATH = "/admin/moderators";
  private static final StaticTemplates TEMPLATES = new StaticTemplates();

  private final Accounts accounts;
  private final SessionGuard guard;

  public ModeratorPages(Accounts accounts, SessionGuard guard) {
    this.accounts = accounts;
    this.guard = guard;
  }

  /** @param password of the account with this login, just made */
  public record MadePassword(String login, String password) {}

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guardAdmins(limits.timed(router.get(PATH), "moderatorsPage"), limits)
        .handler(ctx -> show(ctx, null));
    guard.guardAdmins(limits.timed(router.post(PATH), "addModerator"), limits).handler(this::add);
    guard
        .guardAdmins(limits.timed(router.post(PATH + "/change"), "changeModerator"), limits)
        .handler(this::change);
    guard
        .guardAdmins(limits.timed(router.post(PATH + "/password"), "resetPassword"), limits)
        .handler(this::resetPassword);
  }

  private void show(RoutingContext ctx, @Nullable MadePassword made) {
    var after = ctx.queryParams().get("after");
    var signedIn = SignedIn.of(ctx);
    accounts
        .all(after, MOST_LISTED + 1)
        .onSuccess(found -> {
          var listed = found.subList(0, Math.min(MOST_LISTED, found.size()));
          var next = found.size() > MOST_LISTED ? listed.get(MOST_LISTED - 1).login() : null;
          Pages.answer(
              ctx,
              TEMPLATES.signinModerators(
                  signedIn.shell(ctx, "moderators"), signedIn, listed, next, made));
        })
        .onFailure(ctx::fail);
  }

  private void add(RoutingContext ctx) {
    var who = SignedIn.of(ctx).moderator().who();
    var login = field(ctx, "login").strip();
    var password = NewPassword.random();
    accounts
        .create(who, login, field(ctx, "name").strip(), role(ctx), sites(ctx), password)
        .onSuccess(created -> show(ctx, new MadePassword(login, password.text())))
        .onFailure(ctx::fail);
  }

  private void change(RoutingContext ctx) {
    var self = SignedIn.of(ctx).moderator();
    var login = field(ctx, "login");
    var changes = new AccountChanges(
        field(ctx, "name").strip(),
        role(ctx),
        sites(ctx),
        ctx.request().formAttributes().contains("disabled"));
    if (login.equals(self.login()) && !changes.applied(self).mayChangeAccounts()) {
      throw invalid("You can't take your own rights away; ask another admin.");
    }
    accounts
        .change(self.who(), login, changes)
        .onSuccess(changed -> ProblemPages.redirect(ctx, PATH))
        .onFailure(ctx::fail);
  }

  private void resetPassword(RoutingContext ctx) {
    var login = field(ctx, "login");
    var password = NewPassword.random();
    accounts
        .setPassword(SignedIn.of(ctx).moderator().who(), login, password)
        .onSuccess(changed -> show(ctx, new MadePassword(login, password.text())))
        .onFailure(ctx::fail);
  }

  private static Role role(RoutingContext ctx) {
    try {
      return Role.of(field(ctx, "role"));
    } catch (IllegalArgumentException e) {
      throw invalid("A role is moderator or admin.");
    }
  }

  private static Set<SiteId> sites(RoutingContext ctx) {
    try {
      return Arrays.stream(field(ctx, "sites").split("[\\s,]+"))
          .filter(name -> !name.isEmpty())
          .map(SiteId::new)
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw invalid("These are no sites' ids: " + e.getMessage());
    }
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, detail));
  }

  private static String field(RoutingContext ctx, String name) {
    return Objects.requireNonNullElse(ctx.request().getFormAttribute(name), "");
  }
}
