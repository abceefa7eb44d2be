package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.moderation.AuthorStandings;
import io.moderato.review.Undone.NotRestored;
import io.moderato.signals.Standing;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes back that an author was trusted or blocked. */
final class UndoStanding {
  static final Set<Act> ACTS = Set.of(Act.TRUST, Act.BLOCK);

  private final AuthorStandings standings;
  private final AuditLog audit;
  private final Supplier<String> ids;
  private final Clock clock;

  UndoStanding(AuthorStandings standings, AuditLog audit, Supplier<String> ids, Clock clock) {
    this.standings = standings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Empty where it was taken back. @param entry one of {@link #ACTS} */
  Future<Optional<NotRestored>> undo(String who, AuditEntry entry) {
    var site = Objects.requireNonNull(entry.site());
    var author = entry.author();
    if (author == null) {
      return Future.succeededFuture(
          Optional.of(new NotRestored(null, "The author was erased since.")));
    }
    return standings.of(site, author).compose(now -> {
      if (!now.word().equals(entry.facts().get("after"))) {
        return Future.succeededFuture(
            Optional.of(new NotRestored(null, "The author's standing was changed since.")));
      }
      var before = Standing.of(entry.facts().getOrDefault("before", Standing.NONE.word()));
      return audit
          .add(entry(who, entry).with("before", now.word()).with("after", before.word()))
          .compose(written -> standings.set(site, author, before))
          .map(done -> Optional.empty());
    });
  }

  private AuditEntry entry(String who, AuditEntry entry) {
    return new AuditEntry(
            ids.get(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            who,
            Act.UNDO,
            entry.site(),
            null,
            entry.author(),
            null,
            null,
            null,
            entry.facts())
        .with("of", entry.id())
        .with("act", entry.act().word());
  }
}
