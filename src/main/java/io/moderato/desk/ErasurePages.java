package io.moderato.desk;

import io.moderato.erasure.EraseAuthor;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Pages;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/** For admins: what erasing an author would take away, the confirmation, and how far it has come. */
public final class ErasurePages implements Door {
  static final String PATH = "/review/author/erasure";

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final EraseAuthor erase;
  private final StaticTemplates templates = new StaticTemplates();

  public ErasurePages(SessionGuard guard, ReviewableSites sites, EraseAuthor erase) {
    this.guard = guard;
    this.sites = sites;
    this.erase = erase;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guardAdmins(limits.timed(router.get(PATH), "reviewErasure"), limits)
        .handler(ctx -> answer(ctx, ctx.queryParams(), this::preview));
    guard
        .guardAdmins(limits.timed(router.post(PATH), "reviewErase"), limits)
        .handler(ctx -> answer(
            ctx,
            ctx.request().formAttributes(),
            asked -> erase(SignedIn.of(ctx).moderator().who(), asked)));
  }

  private record Asked(SiteId site, String author) {}

  private Future<ErasureView> preview(Asked asked) {
    return erase.count(asked.site(), asked.author()).map(count -> view(asked, count, false, false));
  }

  private Future<ErasureView> erase(String who, Asked asked) {
    return erase
        .erase(who, asked.site(), asked.author())
        .map(erased -> view(asked, erased.left(), true, erased.complete()));
  }

  private static ErasureView view(Asked asked, int count, boolean begun, boolean complete) {
    return new ErasureView(
        asked.site().value(),
        asked.author(),
        count,
        count == EraseAuthor.MOST_COUNTED,
        begun,
        complete);
  }

  private void answer(RoutingContext ctx, MultiMap sent, Function<Asked, Future<ErasureView>> act) {
    var t = QueuePages.shell(ctx).t();
    asked(ctx, sent)
        .compose(asked -> asked.isEmpty()
            ? Future.succeededFuture(Optional.<ErasureView>empty())
            : act.apply(asked.get()).map(Optional::of))
        .onSuccess(view -> {
          if (view.isPresent()) {
            Pages.answer(ctx, templates.reviewErasure(t, view.get()));
          } else {
            Pages.answer(ctx, 404, templates.reviewSaid(t.text("act.notYours")));
          }
        })
        .onFailure(ctx::fail);
  }

  /** Empty for a site that there is not, and where no author is named. */
  private Future<Optional<Asked>> asked(RoutingContext ctx, MultiMap sent) {
    var author = Optional.ofNullable(sent.get("author")).orElse("");
    return author.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : sites
            .find(SignedIn.of(ctx).moderator(), sent.get("site"))
            .map(found -> found.map(own -> new Asked(own.id(), author)));
  }
}
