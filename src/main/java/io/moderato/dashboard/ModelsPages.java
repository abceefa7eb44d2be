package io.moderato.dashboard;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.desk.Names;
import io.moderato.desk.ReviewableSites;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.learning.LearningApi;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Pages;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For admins: what each site's own model has learnt, how well it does, from whom; and how to go back. */
public final class ModelsPages implements Door {
  private static final String PATH = "/models";

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final LearningApi learning;
  private final AuditLog audit;
  private final AuditIds ids;
  private final Names names;
  private final StaticTemplates templates = new StaticTemplates();

  public ModelsPages(
      SessionGuard guard,
      ReviewableSites sites,
      LearningApi learning,
      AuditLog audit,
      AuditIds ids,
      Names names) {
    this.guard = guard;
    this.sites = sites;
    this.learning = learning;
    this.audit = audit;
    this.ids = ids;
    this.names = names;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard.guardAdmins(limits.timed(router.get(PATH), "modelsPage"), limits).handler(this::page);
    guard
        .guardAdmins(limits.timed(router.post(PATH + "/rollback"), "modelsRollBack"), limits)
        .handler(ctx -> change(ctx, "roll-back", learning::rollBack));
    guard
        .guardAdmins(limits.timed(router.post(PATH + "/hear"), "modelsHear"), limits)
        .handler(this::hear);
  }

  private void page(RoutingContext ctx) {
    var who = SignedIn.of(ctx);
    var shell = who.shell(ctx, "models");
    var views = new ModelsViews(shell.t(), names);
    sites
        .of(who.moderator())
        .compose(own -> {
          var site = asked(own, ctx.queryParams().get("site"));
          return site.isEmpty()
              ? Future.succeededFuture(Optional.<ModelsView>empty())
              : Future.all(learning.of(site.get().id()), names.known())
                  .map(both -> Optional.of(views.view(site.get(), own, both.resultAt(0))));
        })
        .onSuccess(view -> Pages.answer(ctx, templates.modelsPage(shell, view.orElse(null))))
        .onFailure(ctx::fail);
  }

  /** The first one where none is asked for. */
  private static Optional<Site> asked(List<Site> own, @Nullable String id) {
    return own.stream()
        .filter(site -> id == null || id.isEmpty() || site.id().value().equals(id))
        .findFirst();
  }

  private void hear(RoutingContext ctx) {
    var form = ctx.request().formAttributes();
    var account = Optional.ofNullable(form.get("account")).orElse("");
    var heard = "true".equals(form.get("heard"));
    change(
        ctx, (heard ? "hear " : "unhear ") + account, site -> learning.hear(site, account, heard));
  }

  /** Written down before it is done. */
  private void change(RoutingContext ctx, String what, Function<SiteId, Future<?>> change) {
    var who = SignedIn.of(ctx).moderator();
    sites
        .of(who)
        .compose(own -> {
          var site = asked(own, ctx.request().getFormAttribute("site"));
          return site.isEmpty()
              ? Future.succeededFuture("")
              : audit
                  .add(
                      ids.entry(who.who(), Act.MODEL_CHANGE).on(site.get().id()).with("what", what))
                  .compose(written -> change.apply(site.get().id()))
                  .map(done -> site.get().id().value());
        })
        .onSuccess(site -> ctx.response()
            .setStatusCode(303)
            .putHeader(HttpHeaders.LOCATION, PATH + "?site=" + site)
            .end())
        .onFailure(ctx::fail);
  }
}
