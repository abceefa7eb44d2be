package io.moderato.dashboard;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.dashboard.DashboardView.Row;
import io.moderato.dashboard.DashboardView.Table;
import io.moderato.dashboard.DashboardView.Tile;
import io.moderato.dashboard.DecisionFigures.Share;
import io.moderato.desk.Ages;
import io.moderato.desk.Names;
import io.moderato.desk.QueueView.Choice;
import io.moderato.desk.QueueView.Filter;
import io.moderato.desk.ReviewableSites;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.review.QueueOrder;
import io.moderato.review.QueuePage;
import io.moderato.review.QueueQuery;
import io.moderato.review.ReviewQueue;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the queue does: what waits, how fast and how well it is decided. */
public final class DashboardPages implements Door {
  private static final Set<Act> COUNTED =
      EnumSet.of(Act.APPROVE, Act.REJECT, Act.SPAM, Act.UNDO, Act.REFUSED);

  private static final List<Integer> DAYS = List.of(1, 7, 30);

  private static final int AT_ONCE = 2000;
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_WAITING = 10_000;

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final ReviewQueue queue;
  private final AuditLog audit;
  private final Names names;
  private final Clock clock;
  private final StaticTemplates templates = new StaticTemplates();

  public DashboardPages(
      SessionGuard guard,
      ReviewableSites sites,
      ReviewQueue queue,
      AuditLog audit,
      Names names,
      Clock clock) {
    this.guard = guard;
    this.sites = sites;
    this.queue = queue;
    this.audit = audit;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/dashboard"), "dashboardPage"), limits)
        .handler(this::page);
  }

  private void page(RoutingContext ctx) {
    var who = SignedIn.of(ctx);
    var shell = who.shell(ctx, "dashboard");
    var days = days(ctx.queryParams().get("days"));
    var asked = Optional.ofNullable(ctx.queryParams().get("site")).orElse("");
    sites
        .of(who.moderator())
        .compose(own -> {
          var within = within(own, asked);
          var since = clock.instant().minus(Duration.ofDays(days));
          var query = AuditQuery.ALL.within(within).of(COUNTED).during(since, null);
          var entries = entries(query, null, new ArrayList<>());
          var waiting = queue.count(QueueQuery.of(within, QueueOrder.AGE), MOST_WAITING);
          var oldest = queue.page(QueueQuery.of(within, QueueOrder.AGE), null, 1);
          return Future.all(entries, waiting, oldest, names.known())
              .map(all -> view(
                  shell.t(),
                  DecisionFigures.of(entries.result()),
                  waiting.result(),
                  oldest.result(),
                  filters(shell.t(), own, asked, days),
                  entries.result().size() >= MOST_ENTRIES));
        })
        .onSuccess(view -> Pages.answer(ctx, templates.dashboardPage(shell, view)))
        .onFailure(ctx::fail);
  }

  private static int days(@Nullable String text) {
    return DAYS.stream()
        .filter(days -> days.toString().equals(text))
        .findFirst()
        .orElse(7);
  }

  private static Set<SiteId> within(List<Site> own, String asked) {
    return own.stream()
        .map(Site::id)
        .filter(id -> asked.isEmpty() || id.value().equals(asked))
        .collect(Collectors.toSet());
  }

  /** The latest ones, up to a bound, so that a look costs the same on a site of many years. */
  private Future<List<AuditEntry>> entries(
      AuditQuery query, @Nullable String before, List<AuditEntry> found) {
    return audit.page(query, before, AT_ONCE).compose(page -> {
      found.addAll(page);
      return page.size() < AT_ONCE || found.size() >= MOST_ENTRIES
          ? Future.succeededFuture(found)
          : entries(query, page.get(page.size() - 1).id(), found);
    });
  }

  private static List<Filter> filters(Messages t, List<Site> own, String asked, int days) {
    var ofSites =
        own.stream().map(site -> new Choice(site.id().value(), site.name())).toList();
    var ofDays = DAYS.stream()
        .map(each -> new Choice(each.toString(), t.text("dashboard.days", each)))
        .toList();
    return List.of(
        new Filter("site", asked, ofSites), new Filter("days", Integer.toString(days), ofDays));
  }

  private DashboardView view(
      Messages t,
      DecisionFigures figures,
      int waiting,
      QueuePage oldest,
      List<Filter> filters,
      boolean cut) {
    var tiles = List.of(
        new Tile(
            waiting >= MOST_WAITING ? MOST_WAITING + "+" : Integer.toString(waiting),
            t.text("dashboard.waiting"),
            ""),
        new Tile(
            oldest.rows().isEmpty()
                ? "–"
                : Ages.ago(t, oldest.rows().get(0).waitingSince(), clock.instant()),
            t.text("dashboard.oldest"),
            ""),
        new Tile(
            Integer.toString(
                figures.hours().stream().mapToInt(hour -> hour.all()).sum()),
            t.text("dashboard.decided"),
            ""),
        new Tile(
            span(t, figures.median()),
            t.text("dashboard.median"),
            t.text("dashboard.slowest", span(t, figures.slowest()))),
        new Tile(
            percent(figures.falsePositives()),
            t.text("dashboard.falsePositives"),
            of(t, figures.falsePositives())),
        new Tile(
            percent(figures.agreement()),
            t.text("dashboard.agreement"),
            of(t, figures.agreement())),
        new Tile(
            percent(figures.slipped()),
            t.text("dashboard.slipped"),
            slipped(t, figures.slipped())));
    return new DashboardView(
        tiles,
        List.of(
            hours(t, figures),
            shares(t, "dashboard.byLabel", figures.byLabel(), "label."),
            shares(t, "dashboard.byLanguage", figures.byLanguage(), "language."),
            people(t, figures)),
        filters,
        cut ? t.text("dashboard.cut", MOST_ENTRIES) : "");
  }

  private static Table hours(Messages t, DecisionFigures figures) {
    return new Table(
        t.text("dashboard.perHour"),
        "time",
        List.of(
            t.text("dashboard.hour"),
            t.text("act.approve.name"),
            t.text("act.reject.name"),
            t.text("act.spam.name")),
        figures.hours().stream()
            .map(hour -> new Row(
                Ages.full(t, hour.begins()),
                hour.begins().getEpochSecond(),
                List.of(
                    Integer.toString(hour.approved()),
                    Integer.toString(hour.rejected()),
                    Integer.toString(hour.spam()))))
            .toList());
  }

  private static Table shares(Messages t, String title, Map<String, Share> shares, String prefix) {
    return new Table(
        t.text(title),
        "shares",
        List.of(t.text("dashboard.kind"), t.text("dashboard.share"), t.text("dashboard.cases")),
        shares.entrySet().stream()
            .map(share -> new Row(
                t.textOr(prefix + share.getKey(), share.getKey()),
                0,
                List.of(
                    String.format(t.locale(), "%.1f", share.getValue().percent()),
                    share.getValue().part() + " / " + share.getValue().whole())))
            .toList());
  }

  private Table people(Messages t, DecisionFigures figures) {
    return new Table(
        t.text("dashboard.byPerson"),
        "bars",
        List.of(t.text("history.who"), t.text("dashboard.decided")),
        figures.byPerson().entrySet().stream()
            .map(each ->
                new Row(names.name(t, each.getKey()), 0, List.of(each.getValue().toString())))
            .toList());
  }

  private static String percent(Share share) {
    return share.whole() == 0 ? "–" : Math.round(share.percent()) + " %";
  }

  private static String of(Messages t, Share share) {
    return t.text("dashboard.of", share.part(), share.whole());
  }

  private static String slipped(Messages t, Share share) {
    if (share.whole() == 0) {
      return of(t, share);
    }
    var likely = share.likely();
    return t.text(
        "dashboard.slippedOf",
        share.part(),
        share.whole(),
        String.format(t.locale(), "%.1f", likely[0]),
        String.format(t.locale(), "%.1f", likely[1]));
  }

  private static String span(Messages t, @Nullable Duration span) {
    if (span == null) {
      return "–";
    }
    return span.toMinutes() < 1
        ? t.text("dashboard.short")
        : Ages.ago(t, Instant.EPOCH, Instant.EPOCH.plus(span));
  }
}
