package io.moderato.desk;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.page.Shell;
import io.moderato.review.ActOutcome;
import io.moderato.review.DecideReview;
import io.moderato.review.Order;
import io.moderato.review.UndoActs;
import io.moderato.review.Undone;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Acts on the comment that is looked at. A done act is answered with the next comment; one that could not be done, with the comment as it
 * stands now, who was faster, and the note that was typed.
 */
public final class ActPages implements Door {
  private static final String REJECT_FOR = "REJECT:";

  /** After these the moderator stays where they are. */
  private static final Set<Act> STAYING = Set.of(Act.NOTE, Act.WRONG_REASON);

  private final SessionGuard guard;
  private final Cards cards;
  private final ReviewableSites sites;
  private final QueueViews queue;
  private final DecideReview decide;
  private final UndoActs undo;
  private final AuditLog audit;
  private final Names names;
  private final Clock clock;
  private final StaticTemplates templates = new StaticTemplates();

  public ActPages(
      SessionGuard guard,
      Cards cards,
      ReviewableSites sites,
      QueueViews queue,
      DecideReview decide,
      UndoActs undo,
      AuditLog audit,
      Names names,
      Clock clock) {
    this.guard = guard;
    this.cards = cards;
    this.sites = sites;
    this.queue = queue;
    this.decide = decide;
    this.undo = undo;
    this.audit = audit;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard.guard(limits.timed(router.post("/review/acts"), "reviewAct"), limits).handler(this::act);
    guard
        .guard(limits.timed(router.post("/review/undo"), "reviewUndo"), limits)
        .handler(this::undo);
    guard
        .guard(limits.timed(router.post("/review/wrong-reason"), "reviewWrongReason"), limits)
        .handler(this::wrongReason);
  }

  private void act(RoutingContext ctx) {
    var who = SignedIn.of(ctx);
    var shell = QueuePages.shell(ctx);
    var form = ctx.request().formAttributes();
    var order = order(form);
    if (order.isEmpty()) {
      trouble(ctx, shell, 400, "act.unknown");
    } else if (!who.moderator().mayReview(order.get().site())) {
      trouble(ctx, shell, 404, "act.notYours");
    } else {
      Future.all(decide.act(who.moderator().who(), order.get()), names.known())
          .onSuccess(both -> answer(ctx, who, shell, order.get(), both.resultAt(0)))
          .onFailure(ctx::fail);
    }
  }

  private static Optional<Order> order(MultiMap form) {
    var key = Optional.ofNullable(form.get("at")).flatMap(PageKeys::read);
    var act = form.get("act");
    if (key.isEmpty() || act == null) {
      return Optional.empty();
    }
    try {
      var version = Integer.parseInt(form.get("version"));
      var reason =
          act.startsWith(REJECT_FOR) ? act.substring(REJECT_FOR.length()) : text(form, "reason");
      var word = act.startsWith(REJECT_FOR) ? "REJECT" : act;
      return Optional.of(Order.of(key.get().site(), key.get().comment(), version, Act.valueOf(word))
          .saying(word.equals("REJECT") ? reason : null, text(form, "note")));
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(MultiMap form, String name) {
    var value = form.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private void answer(
      RoutingContext ctx, SignedIn who, Shell shell, Order order, ActOutcome outcome) {
    var t = shell.t();
    var key = new CommentKey(order.site(), order.comment());
    var note = order.note() == null ? "" : order.note();
    if (outcome instanceof ActOutcome.Done done && STAYING.contains(order.act())) {
      stay(ctx, who, shell, key, "", 200, t.text("act.done." + order.act()));
    } else if (outcome instanceof ActOutcome.Done done) {
      var sentence = t.text("act.done." + order.act());
      var undoing = new UndoView(sentence, done.entry().id());
      goOn(ctx, who, shell, done.comment(), undoing);
    } else if (outcome instanceof ActOutcome.LostRace lost) {
      stay(ctx, who, shell, key, note, 409, lost(t, lost));
    } else if (outcome instanceof ActOutcome.HeldByAnother held) {
      var until = DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
      var sentence = t.text(
          "act.held",
          names.name(t, held.claim().holder()),
          until.format(held.claim().until()));
      stay(ctx, who, shell, key, note, 409, sentence);
    } else if (outcome instanceof ActOutcome.Refused refused) {
      stay(ctx, who, shell, key, note, 422, refused.why());
    } else {
      trouble(ctx, shell, 404, "act.absent");
    }
  }

  private String lost(Messages t, ActOutcome.LostRace lost) {
    var by = lost.by();
    return by == null
        ? t.text("act.lost.unknown")
        : t.text(
            "act.lost",
            names.name(t, by.who()),
            t.text("did." + by.act().word()),
            Ages.ago(t, by.at(), clock.instant()));
  }

  /** The same comment, as it stands now. */
  private void stay(
      RoutingContext ctx,
      SignedIn who,
      Shell shell,
      CommentKey key,
      String note,
      int status,
      String banner) {
    cards
        .of(who, shell, key, note)
        .onSuccess(card -> Pages.answer(
            ctx,
            card.isPresent() ? status : 404,
            card.isPresent()
                ? templates.reviewCard(shell, card.get(), banner)
                : templates.reviewGone(shell.t(), shell.t().text("act.absent"))))
        .onFailure(ctx::fail);
  }

  /** The next comment; the one that was decided leaves the rows, and the next of its campaign takes its place. */
  private void goOn(
      RoutingContext ctx, SignedIn who, Shell shell, ModeratedComment comment, UndoView undoing) {
    var decided = CommentKey.of(comment);
    var form = ctx.request().formAttributes();
    var parameters =
        QueueParameters.ofQuery(Optional.ofNullable(form.get("query")).orElse(""));
    var wanted = Optional.ofNullable(form.get("next"))
        .flatMap(PageKeys::read)
        .filter(next -> !next.equals(decided));
    var card = cards.next(who, shell, wanted, parameters);
    var own = sites.of(who.moderator());
    var waiting = own.compose(all -> queue.waiting(shell.t(), all, parameters));
    var rest = own.compose(all -> queue.rest(shell.t(), all, parameters, comment));
    Future.all(card, waiting, rest)
        .onSuccess(all -> Pages.answer(
            ctx,
            templates.reviewNext(
                shell,
                card.result().orElse(null),
                PageKeys.rowId(decided),
                rest.result().orElse(null),
                parameters.query(),
                waiting.result(),
                undoing)))
        .onFailure(ctx::fail);
  }

  /** What was taken back stands in the queue again, so that the page is asked for anew. */
  private void undo(RoutingContext ctx) {
    var moderator = SignedIn.of(ctx).moderator();
    var shell = QueuePages.shell(ctx);
    var entry = Optional.ofNullable(ctx.request().getFormAttribute("entry")).orElse("");
    Future.all(undo.undo(moderator.who(), moderator::mayReview, entry), audit.find(entry))
        .onSuccess(both -> {
          Optional<Undone> undone = both.resultAt(0);
          Optional<AuditEntry> undoneEntry = both.resultAt(1);
          if (undone.isEmpty()) {
            trouble(ctx, shell, 404, "act.unknown");
          } else if (undone.get().restored() == 0) {
            Pages.answer(ctx, 409, templates.reviewGone(shell.t(), said(shell.t(), undone.get())));
          } else {
            goBack(ctx, undoneEntry);
          }
        })
        .onFailure(ctx::fail);
  }

  private static void goBack(RoutingContext ctx, Optional<AuditEntry> undone) {
    var from = Optional.ofNullable(ctx.request().getHeader("HX-Current-URL")).orElse("");
    var response = ctx.response().setStatusCode(204);
    if (from.contains("/history")) {
      response.putHeader("HX-Refresh", "true").end();
      return;
    }
    var at =
        undone.flatMap(PageKeys::of).map(key -> "?at=" + PageKeys.param(key)).orElse("");
    response.putHeader("HX-Redirect", "/review" + at).end();
  }

  private static String said(Messages t, Undone undone) {
    return undone.notRestored().isEmpty()
        ? t.text("act.undone", undone.restored())
        : undone.notRestored().get(0).why();
  }

  private void wrongReason(RoutingContext ctx) {
    var who = SignedIn.of(ctx);
    var shell = QueuePages.shell(ctx);
    var form = ctx.request().formAttributes();
    var key = Optional.ofNullable(form.get("at"))
        .flatMap(PageKeys::read)
        .filter(read -> who.moderator().mayReview(read.site()));
    var rule = text(form, "rule");
    if (key.isEmpty() || rule == null) {
      trouble(ctx, shell, 404, "act.notYours");
      return;
    }
    decide
        .act(who.moderator().who(), wrong(key.get(), form, rule))
        .onSuccess(outcome -> {
          boolean done = outcome instanceof ActOutcome.Done;
          var said = shell.t().text(done ? "reason.wrong.thanks" : "act.lost.unknown");
          Pages.answer(ctx, done ? 200 : 409, templates.reviewSaid(said));
        })
        .onFailure(ctx::fail);
  }

  private static Order wrong(CommentKey key, MultiMap form, String rule) {
    return new Order(
        key.site(),
        key.comment(),
        Integer.parseInt(Optional.ofNullable(form.get("version")).orElse("0")),
        Act.WRONG_REASON,
        rule,
        null,
        Map.of());
  }

  private void trouble(RoutingContext ctx, Shell shell, int status, String message) {
    Pages.answer(ctx, status, templates.reviewGone(shell.t(), shell.t().text(message)));
  }
}
