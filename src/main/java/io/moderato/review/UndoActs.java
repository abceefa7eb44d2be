package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.comment.CommentId;
import io.moderato.moderation.AuthorStandings;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.CommentKey;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Retention;
import io.moderato.moderation.Status;
import io.moderato.review.ReviewEvent.What;
import io.moderato.review.Undone.NotRestored;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes acts back, one or all of a batch, those that a campaign's decision did on what came among them, and ends that decision. Status, events and the author's record follow from the decisions that are left; what another
 * person decided since stands.
 */
public final class UndoActs {
  private static final int AT_ONCE = 25;

  private final AuditLog audit;
  private final ChangeComment changeComment;
  private final SiteDirectory sites;
  private final WriteDown writeDown;
  private final UndoStanding undoStanding;
  private final StandingCampaigns standing;
  private final ReviewEvents events;

  /** @param ids of audit entries */
  public UndoActs(
      ChangeComment changeComment,
      SiteDirectory sites,
      AuthorStandings standings,
      StandingCampaigns standing,
      AuditLog audit,
      Supplier<String> ids,
      ReviewEvents events,
      Clock clock) {
    this.audit = audit;
    this.changeComment = changeComment;
    this.sites = sites;
    this.writeDown = new WriteDown(audit, ids, clock);
    this.standing = standing;
    this.undoStanding = new UndoStanding(standings, audit, ids, clock);
    this.events = events;
  }

  /**
   * Empty where there is no such act that {@code who} may know of.
   *
   * @param may which sites {@code who} may review
   * @param id of an entry or of a batch
   */
  public Future<Optional<Undone>> undo(String who, Predicate<SiteId> may, String id) {
    return audit
        .find(id)
        .compose(entry -> entry.isPresent()
            ? undoAll(who, may, entry.stream().toList())
            : standing
                .endOfBatch(who, may, id)
                .compose(ended -> undoBatch(
                    who,
                    may,
                    id,
                    null,
                    ended ? Optional.of(new Undone(0, List.of())) : Optional.empty())));
  }

  private Future<Optional<Undone>> undoBatch(
      String who,
      Predicate<SiteId> may,
      String batch,
      @Nullable String before,
      Optional<Undone> soFar) {
    return audit.page(AuditQuery.ofBatch(batch).of(Order.ACTS), before, AT_ONCE).compose(page -> {
      if (page.isEmpty()) {
        return Future.succeededFuture(soFar);
      }
      return undoAll(who, may, page)
          .compose(undone ->
              undoBatch(who, may, batch, page.get(page.size() - 1).id(), both(soFar, undone)));
    });
  }

  private static Optional<Undone> both(Optional<Undone> one, Optional<Undone> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return Optional.of(new Undone(
        one.get().restored() + other.get().restored(),
        Stream.concat(one.get().notRestored().stream(), other.get().notRestored().stream())
            .toList()));
  }

  private Future<Optional<Undone>> undoAll(
      String who, Predicate<SiteId> may, List<AuditEntry> entries) {
    var known = entries.stream()
        .filter(entry -> entry.site() != null && may.test(entry.site()))
        .filter(
            entry -> Order.ACTS.contains(entry.act()) || UndoStanding.ACTS.contains(entry.act()))
        .toList();
    if (known.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var attempts = known.stream().map(entry -> undo(who, entry)).toList();
    return Future.all(attempts).map(all -> {
      var notRestored = new ArrayList<NotRestored>();
      all.<Optional<NotRestored>>list().forEach(each -> each.ifPresent(notRestored::add));
      return Optional.of(new Undone(known.size() - notRestored.size(), notRestored));
    });
  }

  private Future<Optional<NotRestored>> undo(String who, AuditEntry entry) {
    if (entry.act() == Act.NOTE) {
      return Future.succeededFuture(Optional.of(new NotRestored(
          new CommentKey(
              Objects.requireNonNull(entry.site()), Objects.requireNonNull(entry.comment())),
          "A note stays; write another.")));
    }
    return UndoStanding.ACTS.contains(entry.act())
        ? undoStanding.undo(who, entry)
        : new Attempt(who, entry).make();
  }

  private final class Attempt {
    private final String who;
    private final AuditEntry entry;
    private final SiteId siteId;
    private final CommentId comment;

    private @Nullable AuditEntry written;

    Attempt(String who, AuditEntry entry) {
      this.who = who;
      this.entry = entry;
      this.siteId = Objects.requireNonNull(entry.site());
      this.comment = Objects.requireNonNull(entry.comment());
    }

    /** Empty where it was taken back. */
    Future<Optional<NotRestored>> make() {
      return sites
          .find(siteId)
          .compose(site -> site.isEmpty()
              ? Future.succeededFuture(not("The site is gone."))
              : changeComment
                  .change(siteId, comment, stored -> on(site.get(), stored))
                  .compose(this::outcome));
    }

    private Future<Moderated> on(Site site, ModeratedComment stored) {
      var decision = decision(stored);
      var why = decision.isEmpty() ? whyNotThere(stored) : whyNot(stored, decision.get());
      if (why.isPresent()) {
        return Future.succeededFuture(new Conflict(why.get()));
      }
      return write(stored)
          .map(done -> new Stored(
              stored.undone(decision.get(), done.at(), Retention.of(site)).heardBy(site)));
    }

    private Optional<HumanDecision> decision(ModeratedComment stored) {
      return stored.humanDecisions().stream().filter(this::isIt).findFirst();
    }

    private boolean isIt(HumanDecision decision) {
      return decision.by().equals(entry.who()) && decision.at().equals(entry.at());
    }

    private Optional<String> whyNotThere(ModeratedComment stored) {
      boolean earlier = stored.history().stream()
          .anyMatch(revision -> revision.humanDecisions().stream().anyMatch(this::isIt));
      return Optional.of(
          earlier
              ? "The comment was edited since; the act was on its earlier text."
              : "It has been taken back already, or came to nothing.");
    }

    private Optional<String> whyNot(ModeratedComment stored, HumanDecision decision) {
      if (stored.status() == Status.WITHDRAWN) {
        return Optional.of("The comment was withdrawn by its platform.");
      }
      if (decision.verdict() == null) {
        return Optional.empty();
      }
      var decisions = stored.humanDecisions();
      return decisions.subList(decisions.indexOf(decision) + 1, decisions.size()).stream()
          .filter(later -> later.verdict() != null)
          .reduce((earlier, later) -> later)
          .map(later -> "%s has decided since.".formatted(later.by()));
    }

    private Future<AuditEntry> write(ModeratedComment stored) {
      if (written != null) {
        return Future.succeededFuture(written);
      }
      written = writeDown
          .entry(who, Act.UNDO, stored)
          .with("of", entry.id())
          .with("act", entry.act().word());
      return writeDown.write(written).map(written);
    }

    private Future<Optional<NotRestored>> outcome(Moderated outcome) {
      if (outcome instanceof Stored) {
        events.tell(new ReviewEvent(
            siteId, comment, What.UNDONE, who, Objects.requireNonNull(written).at()));
        return Future.succeededFuture(Optional.empty());
      }
      var why = outcome instanceof Conflict conflict
          ? conflict.why()
          : "The comment is no longer stored.";
      return writeDown.refused(written, why).map(said -> not(why));
    }

    private Optional<NotRestored> not(String why) {
      return Optional.of(new NotRestored(new CommentKey(siteId, comment), why));
    }
  }
}
