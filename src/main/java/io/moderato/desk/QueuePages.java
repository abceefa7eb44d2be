package io.moderato.desk;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderation.CommentKey;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Pages;
import io.moderato.page.Shell;
import io.moderato.review.ClaimReview;
import io.moderato.review.InvalidCursorException;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The queue, the comment that is looked at, and who looks at it. */
public final class QueuePages implements Door {
  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final QueueViews queue;
  private final Cards cards;
  private final ClaimReview claims;
  private final Names names;
  private final StaticTemplates templates = new StaticTemplates();

  public QueuePages(
      SessionGuard guard,
      ReviewableSites sites,
      QueueViews queue,
      Cards cards,
      ClaimReview claims,
      Names names) {
    this.guard = guard;
    this.sites = sites;
    this.queue = queue;
    this.cards = cards;
    this.claims = claims;
    this.names = names;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    router.get("/").handler(ctx -> ctx.redirect("/review"));
    guard.guard(limits.timed(router.get("/review"), "reviewPage"), limits).handler(this::page);
    guard.guard(limits.timed(router.get("/review/rows"), "reviewRows"), limits).handler(this::rows);
    guard.guard(limits.timed(router.get("/review/card"), "reviewCard"), limits).handler(this::card);
    guard
        .guard(limits.timed(router.post("/review/claims"), "reviewClaim"), limits)
        .handler(this::claim);
    guard
        .guard(limits.timed(router.post("/review/release"), "reviewRelease"), limits)
        .handler(this::release);
  }

  static Shell shell(RoutingContext ctx) {
    return SignedIn.of(ctx).shell(ctx, "review");
  }

  private void page(RoutingContext ctx) {
    var who = SignedIn.of(ctx);
    var shell = shell(ctx);
    var parameters = QueueParameters.of(ctx.queryParams());
    var view = sites.of(who.moderator()).compose(own -> queue.of(shell.t(), own, parameters, null));
    var wanted = Optional.ofNullable(ctx.queryParams().get("at")).flatMap(PageKeys::read);
    var card = wanted.isPresent()
        ? cards.claimed(who, shell, wanted.get())
        : cards.next(who, shell, Optional.empty(), parameters);
    var missing = wanted.map(key -> missing(who, shell, key)).orElse("");
    Future.all(view, card)
        .onSuccess(both -> Pages.answer(
            ctx, templates.reviewPage(shell, view.result(), card.result().orElse(null), missing)))
        .onFailure(ctx::fail);
  }

  /** What to say where a comment was asked for and can't be shown. */
  private static String missing(SignedIn who, Shell shell, CommentKey wanted) {
    var mine = who.moderator().mayReview(wanted.site());
    return shell.t().text(mine ? "act.absent" : "act.notYours");
  }

  private void rows(RoutingContext ctx) {
    var shell = shell(ctx);
    var parameters = QueueParameters.of(ctx.queryParams());
    sites
        .of(SignedIn.of(ctx).moderator())
        .compose(own -> queue.of(shell.t(), own, parameters, ctx.queryParams().get("after")))
        .onSuccess(view -> Pages.answer(ctx, templates.reviewRows(shell.t(), view)))
        .onFailure(failure -> {
          if (failure instanceof InvalidCursorException) {
            ctx.response().putHeader("HX-Redirect", "/review?" + parameters.query());
            ctx.redirect("/review?" + parameters.query());
          } else {
            ctx.fail(failure);
          }
        });
  }

  private void card(RoutingContext ctx) {
    var shell = shell(ctx);
    Optional.ofNullable(ctx.queryParams().get("at"))
        .flatMap(PageKeys::read)
        .map(key -> cards.claimed(SignedIn.of(ctx), shell, key))
        .orElse(Future.succeededFuture(Optional.empty()))
        .onSuccess(card -> answer(ctx, shell, card, ""))
        .onFailure(ctx::fail);
  }

  /** The card, or that there is none. */
  void answer(RoutingContext ctx, Shell shell, Optional<CardView> card, String banner) {
    if (card.isPresent()) {
      Pages.answer(ctx, templates.reviewCard(shell, card.get(), banner));
    } else {
      Pages.answer(ctx, 404, templates.reviewGone(shell.t(), shell.t().text("act.absent")));
    }
  }

  /** Tells who looks at the comment if it is somebody else. */
  private void claim(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    var t = shell(ctx).t();
    var form = ctx.request().formAttributes();
    var key = Optional.ofNullable(form.get("at"))
        .flatMap(PageKeys::read)
        .filter(read -> moderator.mayReview(read.site()));
    if (key.isEmpty()) {
      ctx.response().setStatusCode(404).end();
      return;
    }
    var claim = claims.claim(
        key.get().site(), key.get().comment(), moderator.who(), form.contains("takeOver"));
    Future.all(claim, names.known())
        .onSuccess(both -> Pages.answer(
            ctx,
            templates.reviewPresence(
                t,
                claim.result().isOf(moderator.who())
                    ? ""
                    : names.name(t, claim.result().holder()))))
        .onFailure(ctx::fail);
  }

  private void release(RoutingContext ctx) {
    var form = ctx.request().formAttributes();
    Optional.ofNullable(form.get("at"))
        .flatMap(PageKeys::read)
        .map(key -> claims.release(
            key.site(), key.comment(), SignedIn.of(ctx).moderator().who()))
        .orElse(Future.succeededFuture())
        .onSuccess(done -> ctx.response().setStatusCode(204).end())
        .onFailure(ctx::fail);
  }
}
