package io.moderato.desk;

import io.moderato.audit.Act;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderator.Moderator;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Pages;
import io.moderato.review.BulkActs;
import io.moderato.review.BulkOutcome;
import io.moderato.review.BulkPreview;
import io.moderato.review.Pick;
import io.moderato.review.Selection;
import io.moderato.site.Site;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts on many comments: first how many and which, then the act, then how far it has come. */
public final class BulkPages implements Door {
  private static final List<String> ACTS = List.of("APPROVE", "REJECT", "SPAM");

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final QueueViews queue;
  private final BulkActs bulk;
  private final StaticTemplates templates = new StaticTemplates();

  public BulkPages(SessionGuard guard, ReviewableSites sites, QueueViews queue, BulkActs bulk) {
    this.guard = guard;
    this.sites = sites;
    this.queue = queue;
    this.bulk = bulk;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/review/bulk"), "reviewBulkFilter"), limits)
        .handler(this::previewFilter);
    guard
        .guard(limits.timed(router.post("/review/bulk/preview"), "reviewBulkPicked"), limits)
        .handler(this::previewPicked);
    guard.guard(limits.timed(router.post("/review/bulk"), "reviewBulk"), limits).handler(this::act);
    guard
        .guard(limits.timed(router.get("/review/bulk/:batch"), "reviewBulkProgress"), limits)
        .handler(this::progress);
  }

  private void previewFilter(RoutingContext ctx) {
    var t = QueuePages.shell(ctx).t();
    var parameters = QueueParameters.of(ctx.queryParams());
    own(ctx)
        .compose(all -> bulk.preview(parameters.wanted(QueueViews.ids(all))))
        .compose(preview ->
            queue.rows(t, preview.sample()).map(rows -> filtered(preview, rows, parameters)))
        .onSuccess(view -> Pages.answer(ctx, templates.reviewBulk(t, view)))
        .onFailure(ctx::fail);
  }

  private Future<List<Site>> own(RoutingContext ctx) {
    return sites.of(SignedIn.of(ctx).moderator());
  }

  private static BulkView filtered(
      BulkPreview preview, List<RowView> rows, QueueParameters parameters) {
    return new BulkView(
        preview.count(),
        Selection.MOST,
        rows,
        parameters.query(),
        "",
        preview.asOf().toString(),
        ACTS,
        "");
  }

  /** Of picked comments the moderator has seen the rows. */
  private void previewPicked(RoutingContext ctx) {
    var t = QueuePages.shell(ctx).t();
    var form = ctx.request().formAttributes();
    var keys = Optional.ofNullable(form.get("keys")).orElse("");
    int count = (int) keys.lines().count();
    var act = Optional.ofNullable(form.get("act")).filter(ACTS::contains);
    var view = new BulkView(
        count, Selection.MOST, List.of(), "", keys, "", act.map(List::of).orElse(ACTS), "");
    Pages.answer(ctx, templates.reviewBulk(t, view));
  }

  private void act(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    var t = QueuePages.shell(ctx).t();
    var form = ctx.request().formAttributes();
    var act = Optional.ofNullable(form.get("act")).filter(ACTS::contains);
    if (act.isEmpty()) {
      refuse(ctx, t.text("act.unknown"));
      return;
    }
    selection(moderator, form)
        .compose(selection -> bulk.act(
            moderator.who(),
            selection,
            Act.valueOf(act.get()),
            blankless(form.get("reason")),
            blankless(form.get("note"))))
        .onSuccess(outcome -> {
          if (outcome instanceof BulkOutcome.Started started) {
            Pages.answer(ctx, templates.reviewProgress(t, started.progress()));
          } else if (outcome instanceof BulkOutcome.Refused refused) {
            refuse(ctx, refused.why());
          }
        })
        .onFailure(ctx::fail);
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private void refuse(RoutingContext ctx, String why) {
    Pages.answer(ctx, 422, templates.reviewSaid(why));
  }

  private Future<Selection> selection(Moderator moderator, MultiMap form) {
    var keys = Optional.ofNullable(form.get("keys")).orElse("");
    if (!keys.isEmpty()) {
      var picks = keys.lines()
          .flatMap(line -> pick(line).stream())
          .filter(pick -> moderator.mayReview(pick.site()))
          .toList();
      return Future.succeededFuture(new Selection.Picked(picks));
    }
    var parameters =
        QueueParameters.ofQuery(Optional.ofNullable(form.get("query")).orElse(""));
    return sites
        .of(moderator)
        .map(own ->
            new Selection.Filtered(parameters.wanted(QueueViews.ids(own)), asOf(form.get("asOf"))));
  }

  private static Instant asOf(@Nullable String text) {
    try {
      return Instant.parse(Optional.ofNullable(text).orElse(""));
    } catch (DateTimeParseException senseless) {
      return Instant.EPOCH; // nothing was seen
    }
  }

  private static Optional<Pick> pick(String line) {
    int blank = line.indexOf(' ');
    try {
      return PageKeys.read(line.substring(blank + 1))
          .map(key -> new Pick(
              key.site(), key.comment(), Integer.parseInt(line.substring(0, Math.max(0, blank)))));
    } catch (NumberFormatException senseless) {
      return Optional.empty();
    }
  }

  private void progress(RoutingContext ctx) {
    var t = QueuePages.shell(ctx).t();
    bulk.progress(SignedIn.of(ctx).moderator()::mayReview, ctx.pathParam("batch"))
        .onSuccess(found -> {
          if (found.isPresent()) {
            Pages.answer(ctx, templates.reviewProgress(t, found.get()));
          } else {
            Pages.answer(ctx, 404, templates.reviewSaid(t.text("act.unknown")));
          }
        })
        .onFailure(ctx::fail);
  }
}
