package io.moderato.desk;

import io.moderato.audit.Act;
import io.moderato.audit.AuditCsv;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderation.CommentKey;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who did what, filtered, and as a table to take along. Moderators see what concerns their sites, admins everything. */
public final class HistoryPages implements Door {
  private static final int PAGE = 100;
  private static final int LONGEST_PARAMETER = 300;

  private static final Set<Act> UNDOABLE =
      EnumSet.of(Act.APPROVE, Act.REJECT, Act.SPAM, Act.ESCALATE);

  /** What the statistics want to know, and readers of the list do not. */
  private static final Set<String> QUIET = Set.of(
      "before", "after", "version", "verdict", "language", "waited", "of", "of-batch", "label");

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final AuditLog audit;
  private final AuditIds ids;
  private final AuditCsv csv;
  private final Names names;
  private final Clock clock;
  private final StaticTemplates templates = new StaticTemplates();

  public HistoryPages(
      SessionGuard guard,
      ReviewableSites sites,
      AuditLog audit,
      AuditIds ids,
      Names names,
      Clock clock) {
    this.guard = guard;
    this.sites = sites;
    this.audit = audit;
    this.ids = ids;
    this.csv = new AuditCsv(audit);
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard.guard(limits.timed(router.get("/history"), "historyPage"), limits).handler(this::page);
    guard.guard(limits.timed(router.get("/history.csv"), "historyCsv"), limits).handler(this::csv);
  }

  private void page(RoutingContext ctx) {
    var shell = SignedIn.of(ctx).shell(ctx, "history");
    var parameters = ctx.queryParams();
    sites
        .of(SignedIn.of(ctx).moderator())
        .compose(own -> Future.all(
                audit.page(query(ctx, own), text(parameters, "before"), PAGE), names.known())
            .map(all -> view(shell.t(), own, parameters, all.resultAt(0))))
        .onSuccess(view -> Pages.answer(ctx, templates.historyPage(shell, view)))
        .onFailure(ctx::fail);
  }

  private void csv(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    sites
        .of(moderator)
        .compose(own -> audit
            .add(ids.entry(moderator.who(), Act.EXPORT).with("of", "audit"))
            .compose(added -> csv.send(query(ctx, own), ctx.response())))
        .onFailure(ctx::fail);
  }

  /** What makes no sense filters nothing; a foreign site finds nothing. */
  private static AuditQuery query(RoutingContext ctx, List<Site> own) {
    var parameters = ctx.queryParams();
    var moderator = SignedIn.of(ctx).moderator();
    var key = Optional.ofNullable(text(parameters, "comment")).flatMap(PageKeys::read);
    var site = key.map(CommentKey::site).map(SiteId::value).orElse(text(parameters, "site"));
    var all = moderator.isAdmin() && site == null ? null : QueueViews.ids(own);
    var within = all == null || site == null
        ? all
        : all.stream().filter(id -> id.value().equals(site)).collect(Collectors.toSet());
    var comment = key.map(CommentKey::comment).orElse(null);
    return new AuditQuery(
        within,
        within == null ? null : comment,
        null,
        text(parameters, "who"),
        act(parameters).map(Set::of).orElse(Set.of()),
        text(parameters, "batch"),
        day(parameters, "from", 0),
        day(parameters, "until", 1));
  }

  private static @Nullable String text(MultiMap parameters, String name) {
    var value = parameters.get(name);
    return value == null || value.isBlank() || value.length() > LONGEST_PARAMETER
        ? null
        : value.strip();
  }

  private static Optional<Act> act(MultiMap parameters) {
    try {
      return Optional.ofNullable(text(parameters, "act")).map(Act::of);
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  /** @param more days to add, so that the last day is a whole one */
  private static @Nullable Instant day(MultiMap parameters, String name, int more) {
    try {
      var day = text(parameters, name);
      return day == null
          ? null
          : LocalDate.parse(day).plusDays(more).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException senseless) {
      return null;
    }
  }

  private HistoryView view(
      Messages t, List<Site> own, MultiMap parameters, List<AuditEntry> entries) {
    var query = Stream.of("site", "comment", "who", "act", "from", "until", "batch")
        .filter(name -> text(parameters, name) != null)
        .map(name -> name + "=" + PageKeys.encoded(parameters.get(name)))
        .collect(Collectors.joining("&"));
    var more = entries.size() < PAGE
        ? null
        : "/history?before=" + entries.get(entries.size() - 1).id() + "&" + query;
    return new HistoryView(
        entries.stream().map(entry -> line(t, entry)).toList(),
        filters(t, own, parameters),
        more,
        "/history.csv?" + query);
  }

  private List<QueueView.Filter> filters(Messages t, List<Site> own, MultiMap parameters) {
    var ofSites = own.stream()
        .map(site -> new QueueView.Choice(site.id().value(), site.name()))
        .toList();
    var ofActs = Arrays.stream(Act.values())
        .map(act -> new QueueView.Choice(act.word(), t.text("act." + act.word() + ".name")))
        .toList();
    return List.of(
        new QueueView.Filter("site", shown(parameters, "site"), ofSites),
        new QueueView.Filter("who", shown(parameters, "who"), names.choices()),
        new QueueView.Filter("act", shown(parameters, "act"), ofActs),
        new QueueView.Filter("comment", shown(parameters, "comment"), List.of()),
        new QueueView.Filter("from", shown(parameters, "from"), List.of()),
        new QueueView.Filter("until", shown(parameters, "until"), List.of()));
  }

  private static String shown(MultiMap parameters, String name) {
    return Optional.ofNullable(text(parameters, name)).orElse("");
  }

  private HistoryView.Line line(Messages t, AuditEntry entry) {
    var site = entry.site();
    var comment = entry.comment();
    return new HistoryView.Line(
        Ages.full(t, entry.at()),
        Ages.ago(t, entry.at(), clock.instant()),
        names.name(t, entry.who()),
        t.text("act." + entry.act().word() + ".name"),
        site == null ? "" : site.value(),
        site == null || comment == null ? null : new CommentKey(site, comment),
        Stream.of(change(t, entry), entry.reason(), entry.note(), others(entry))
            .filter(Objects::nonNull)
            .filter(text -> !text.isEmpty())
            .map(Highlighter::line)
            .collect(Collectors.joining(" · ")),
        UNDOABLE.contains(entry.act()) ? entry.id() : null);
  }

  /** What became of the comment: {@code Held → Rejected}. */
  private static String change(Messages t, AuditEntry entry) {
    var before = entry.facts().get("before");
    var after = entry.facts().get("after");
    return before == null || after == null ? "" : status(t, before) + " → " + status(t, after);
  }

  private static String status(Messages t, String word) {
    return t.textOr("status." + word, t.textOr("standing." + word, word));
  }

  private static String others(AuditEntry entry) {
    return new TreeMap<>(entry.facts())
        .entrySet().stream()
            .filter(fact -> !QUIET.contains(fact.getKey()))
            .map(fact -> fact.getKey() + " " + fact.getValue())
            .collect(Collectors.joining(", "));
  }
}
