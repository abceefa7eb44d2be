package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.audit.AuditEntry;
import io.moderato.audit.AuditLog;
import io.moderato.audit.AuditQuery;
import io.moderato.moderation.AuthorStandings;
import io.moderato.moderation.RelatedComments;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what is known of an author, and lets moderators trust or block one; policies read it as {@code author.trusted} and {@code author.blocked}. */
public final class ReviewAuthor {
  private static final int LATEST = 20;

  private final RelatedComments related;
  private final AuthorStandings standings;
  private final AuditLog audit;
  private final Supplier<String> ids;
  private final Clock clock;

  /** @param ids of audit entries */
  public ReviewAuthor(
      RelatedComments related,
      AuthorStandings standings,
      AuditLog audit,
      Supplier<String> ids,
      Clock clock) {
    this.related = related;
    this.standings = standings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** @param author key; of an unknown one, all is empty */
  public Future<AuthorHistory> history(SiteId site, String author) {
    var record = related.record(site, author);
    var standing = standings.of(site, author);
    var latest = related.ofAuthor(site, author, LATEST);
    var said = audit.page(AuditQuery.ofAuthor(site, author), null, LATEST);
    return Future.all(record, standing, latest, said)
        .map(all -> new AuthorHistory(
            site, author, record.result().with(standing.result()), latest.result(), said.result()));
  }

  /**
   * Written down before it is done; {@code UndoActs} takes it back.
   *
   * @param standing {@code NONE} to end what was said before
   */
  public Future<AuditEntry> judge(
      String who, SiteId site, String author, Standing standing, @Nullable String note) {
    return standings.of(site, author).compose(before -> {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var act = standing == Standing.NONE ? act(before) : act(standing);
      var entry = new AuditEntry(
              ids.get(), now, who, act, site, null, author, null, null, note, Map.of())
          .with("before", before.word())
          .with("after", standing.word());
      return audit
          .add(entry)
          .compose(done -> standings.set(site, author, standing))
          .map(entry);
    });
  }

  private static Act act(Standing standing) {
    return standing == Standing.BLOCKED ? Act.BLOCK : Act.TRUST;
  }
}
