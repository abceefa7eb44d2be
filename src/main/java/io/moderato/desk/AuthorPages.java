package io.moderato.desk;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.review.AuthorHistory;
import io.moderato.review.Order;
import io.moderato.review.ReviewAuthor;
import io.moderato.signals.Standing;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The panel on an author: what became of their comments, and whether they are trusted or blocked. */
public final class AuthorPages implements Door {
  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final ReviewAuthor author;
  private final Names names;
  private final Clock clock;
  private final StaticTemplates templates = new StaticTemplates();

  public AuthorPages(
      SessionGuard guard, ReviewableSites sites, ReviewAuthor author, Names names, Clock clock) {
    this.guard = guard;
    this.sites = sites;
    this.author = author;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/review/author"), "reviewAuthor"), limits)
        .handler(ctx -> answer(ctx, ctx.queryParams(), site -> Future.succeededFuture()));
    guard
        .guard(limits.timed(router.post("/review/author"), "reviewJudgeAuthor"), limits)
        .handler(this::judge);
  }

  private void judge(RoutingContext ctx) {
    var form = ctx.request().formAttributes();
    var standing = read(form, "standing", Standing::of);
    var note = Optional.ofNullable(form.get("note")).map(String::strip).orElse("");
    if (standing.isEmpty() || note.codePointCount(0, note.length()) > Order.LONGEST_NOTE) {
      Pages.answer(ctx, 422, templates.reviewSaid(QueuePages.shell(ctx).t().text("act.unknown")));
      return;
    }
    var who = SignedIn.of(ctx).moderator().who();
    answer(
        ctx,
        form,
        site -> author
            .judge(
                who,
                site.id(),
                Optional.ofNullable(form.get("author")).orElse(""),
                standing.get(),
                note.isEmpty() ? null : note)
            .mapEmpty());
  }

  /** The panel, after the act. */
  private void answer(RoutingContext ctx, MultiMap sent, Function<Site, Future<Void>> act) {
    var t = QueuePages.shell(ctx).t();
    var key = Optional.ofNullable(sent.get("author")).orElse("");
    var asked = read(sent, "site", SiteId::new);
    var moderator = SignedIn.of(ctx).moderator();
    if (asked.isEmpty() || key.isEmpty()) {
      Pages.answer(ctx, 404, templates.reviewSaid(t.text("act.notYours")));
      return;
    }
    sites
        .find(moderator, asked.get())
        .compose(site -> site.isEmpty()
            ? Future.succeededFuture(Optional.<AuthorView>empty())
            : act.apply(site.get())
                .compose(done -> Future.all(author.history(asked.get(), key), names.known()))
                .map(both -> Optional.of(view(t, both.resultAt(0), moderator.isAdmin()))))
        .onSuccess(view -> {
          if (view.isPresent()) {
            Pages.answer(ctx, templates.reviewAuthor(t, view.get()));
          } else {
            Pages.answer(ctx, 404, templates.reviewSaid(t.text("act.notYours")));
          }
        })
        .onFailure(ctx::fail);
  }

  private static <T> Optional<T> read(MultiMap sent, String name, Function<String, T> reader) {
    try {
      return Optional.ofNullable(sent.get(name)).map(reader);
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  private AuthorView view(Messages t, AuthorHistory history, boolean isAdmin) {
    var cards = new CardViews(t, "", names, clock.instant());
    var record = history.record();
    var site = history.site().value();
    var asked = "site=" + site + "&author=" + PageKeys.encoded(history.author());
    return new AuthorView(
        site,
        history.author(),
        history.latest().stream()
            .findFirst()
            .map(latest -> cards.name(latest.comment().author()))
            .orElse(history.author()),
        record.standing().word(),
        record.approved(),
        record.held(),
        record.rejected(),
        record.corrected(),
        "/review/bulk?" + asked,
        isAdmin ? ErasurePages.PATH + "?" + asked : "",
        history.latest().stream().map(cards::similar).toList(),
        history.said().stream().map(cards::done).toList());
  }
}
