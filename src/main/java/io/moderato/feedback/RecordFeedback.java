package io.moderato.feedback;

import static java.util.Objects.requireNonNull;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.comment.CommentId;
import io.moderato.moderation.ChangeComment;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Conflict;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Retention;
import io.moderato.moderation.Status;
import io.moderato.site.Site;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has a person's verdict stand in place of the policy's, and takes it back. Either is written down before it is done. */
public final class RecordFeedback {
  private static final Set<Act> DECISIONS =
      Set.of(Act.FEEDBACK, Act.APPROVE, Act.REJECT, Act.SPAM, Act.ESCALATE, Act.WRONG_REASON);

  private static final int LATEST = 50;

  private final ChangeComment changeComment;
  private final AuditLog audit;
  private final AuditIds ids;
  private final Clock clock;

  public RecordFeedback(ChangeComment changeComment, AuditLog audit, AuditIds ids, Clock clock) {
    this.changeComment = changeComment;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The same from the same giver again changes nothing.
   *
   * @param seen the version of the comment that the person saw, to be refused if it is another by now; null for whatever stands
   */
  public Future<Moderated> record(
      Site site, CommentId id, HumanDecision decision, @Nullable Integer seen) {
    var written = new Written();
    return changeComment
        .change(site.id(), id, stored -> {
          if (repeats(stored.humanDecisions(), decision)) {
            return Future.succeededFuture(new Unchanged(stored));
          }
          if (seen != null && seen != stored.version()) {
            return Future.succeededFuture(new Conflict(
                "The comment is at version %d by now, not %d. Read it and decide again."
                    .formatted(stored.version(), seen)));
          }
          return written
              .once(given(stored, decision))
              .map(done ->
                  new Stored(stored.decided(decision, Retention.of(site)).heardBy(site)));
        })
        .compose(written::refusedUnlessStored);
  }

  private static boolean repeats(List<HumanDecision> earlier, HumanDecision decision) {
    return !earlier.isEmpty() && decision.repeats(earlier.get(earlier.size() - 1));
  }

  private AuditEntry given(ModeratedComment stored, HumanDecision decision) {
    var verdict = decision.verdict();
    var after = verdict == null ? stored.status() : Status.of(verdict);
    var entry = AuditEntry.of(ids.get(), decision.at(), decision.by(), Act.FEEDBACK)
        .saying(decision.reason(), decision.note())
        .with("after", after.word());
    for (var label : decision.labels().entrySet()) {
      entry = entry.with("label." + label.getKey(), label.getValue().toString());
    }
    return about(stored, entry);
  }

  private static AuditEntry about(ModeratedComment stored, AuditEntry entry) {
    var comment = stored.comment();
    return entry
        .on(comment.site(), comment.id(), comment.author().key())
        .with("before", stored.status().word())
        .with("version", Integer.toString(stored.version()))
        .with("verdict", stored.judgement().decision().verdict().name())
        .with("policy", stored.judgement().decision().policy());
  }

  /**
   * Takes the latest human decision back; what stood before stands again.
   *
   * @param who as audit entries have it
   */
  public Future<Moderated> undo(Site site, CommentId id, String who) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var written = new Written();
    return changeComment
        .change(site.id(), id, stored -> {
          var decisions = stored.humanDecisions();
          if (decisions.isEmpty()) {
            return Future.succeededFuture(
                new Conflict("Nobody has given feedback on this text of the comment."));
          }
          return writtenDown(stored, decisions.get(decisions.size() - 1))
              .map(found -> undoing(stored, found, AuditEntry.of(ids.get(), now, who, Act.UNDO)))
              .compose(written::once)
              .map(done -> new Stored(stored.undone(now, Retention.of(site)).heardBy(site)));
        })
        .compose(written::refusedUnlessStored);
  }

  private static AuditEntry undoing(
      ModeratedComment stored, Optional<AuditEntry> found, AuditEntry undo) {
    var about = about(stored, undo);
    return found
        .map(entry -> about.with("of", entry.id()).with("act", entry.act().word()))
        .orElse(about);
  }

  /** Empty where it was decided before such entries were written. */
  private Future<Optional<AuditEntry>> writtenDown(
      ModeratedComment stored, HumanDecision decision) {
    var comment = stored.comment();
    return audit
        .page(AuditQuery.ofComment(comment.site(), comment.id()).of(DECISIONS), null, LATEST)
        .map(entries -> entries.stream()
            .filter(entry -> entry.who().equals(decision.by()) && entry.at().equals(decision.at()))
            .findFirst());
  }

  /** What was written down, once, though a change may be tried again. */
  private final class Written {
    private @Nullable AuditEntry entry;

    Future<Void> once(AuditEntry about) {
      if (entry != null) {
        return Future.succeededFuture();
      }
      entry = about;
      return audit.add(about);
    }

    Future<Moderated> refusedUnlessStored(Moderated outcome) {
      if (entry == null || outcome instanceof Stored) {
        return Future.succeededFuture(outcome);
      }
      var why = outcome instanceof Conflict conflict ? conflict.why() : "gone";
      return audit
          .add(ids.entry(entry.who(), Act.REFUSED)
              .on(requireNonNull(entry.site()), requireNonNull(entry.comment()), entry.author())
              .with("of", entry.id())
              .with("why", why))
          .map(outcome);
    }
  }
}
