package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.Priority;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes an act down before it is done, so that none is lost when the process ends in between, and that it came to nothing where it did. */
final class WriteDown {
  /** Acts after which a comment is another than before. */
  static final Set<Act> CHANGING = Set.of(
      Act.APPROVE,
      Act.REJECT,
      Act.SPAM,
      Act.ESCALATE,
      Act.WRONG_REASON,
      Act.FEEDBACK,
      Act.UNDO,
      Act.REFUSED);

  private static final int LATEST = 20;

  private final AuditLog audit;
  private final Supplier<String> ids;
  private final Clock clock;

  WriteDown(AuditLog audit, Supplier<String> ids, Clock clock) {
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Not written yet. */
  AuditEntry entry(String who, Act act, ModeratedComment on) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var comment = on.comment();
    var judgement = on.judgement();
    var label = Priority.of(on).label();
    var entry = AuditEntry.of(ids.get(), now, who, act)
        .on(comment.site(), comment.id(), comment.author().key())
        .with("before", on.status().word())
        .with("version", Integer.toString(on.version()))
        .with("verdict", judgement.decision().verdict().name())
        .with("policy", judgement.decision().policy())
        .with("language", judgement.signals().language().code())
        .with("waited", Long.toString(waited(judgement.decidedAt(), now).toSeconds()));
    var drawn = on.draw().map(draw -> entry.with("drawn", draw.word())).orElse(entry);
    return label == null ? drawn : drawn.with("label", label.name());
  }

  private static Duration waited(Instant since, Instant now) {
    return now.isBefore(since) ? Duration.ZERO : Duration.between(since, now);
  }

  Future<Void> write(AuditEntry entry) {
    return audit.add(entry);
  }

  /** @param entry null where nothing was written down yet */
  Future<Void> refused(@Nullable AuditEntry entry, String why) {
    if (entry == null || entry.site() == null || entry.comment() == null) {
      return Future.succeededFuture();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return audit.add(AuditEntry.of(ids.get(), now, entry.who(), Act.REFUSED)
        .on(entry.site(), entry.comment(), entry.author())
        .in(entry.batch())
        .with("of", entry.id())
        .with("why", why));
  }

  /** Who did what to the comment last, acts that came to nothing left out. */
  Future<Optional<AuditEntry>> latest(ModeratedComment comment) {
    var query =
        AuditQuery.ofComment(comment.comment().site(), comment.comment().id()).of(CHANGING);
    return audit.page(query, null, LATEST).map(entries -> {
      var nothing = entries.stream()
          .filter(entry -> entry.act() == Act.REFUSED)
          .map(entry -> entry.facts().get("of"))
          .toList();
      return entries.stream()
          .filter(entry -> entry.act() != Act.REFUSED && !nothing.contains(entry.id()))
          .findFirst();
    });
  }
}
