package io.moderato.audit;

import static java.util.Objects.requireNonNull;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when.
 *
 * @param id from {@link AuditIds}; sorts by time
 * @param at to the millisecond
 * @param who {@code moderator:} and a login, {@code key:} and a key's id, or {@code operator}
 * @param author key of the comment's author, as comments have it
 * @param batch what the acts of one selection have in common
 * @param reason from the site's list
 * @param note in somebody's own words
 * @param facts what else is known by words such as {@code before}, {@code after} and {@code version}
 */
public record AuditEntry(
    String id,
    Instant at,
    String who,
    Act act,
    @Nullable SiteId site,
    @Nullable CommentId comment,
    @Nullable String author,
    @Nullable String batch,
    @Nullable String reason,
    @Nullable String note,
    Map<String, String> facts) {
  public AuditEntry {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    requireNonNull(who, "who");
    requireNonNull(act, "act");
    facts = Map.copyOf(facts);
  }

  /** About nothing in particular yet. */
  public static AuditEntry of(String id, Instant at, String who, Act act) {
    return new AuditEntry(id, at, who, act, null, null, null, null, null, null, Map.of());
  }

  public AuditEntry on(SiteId site) {
    return new AuditEntry(id, at, who, act, site, comment, author, batch, reason, note, facts);
  }

  public AuditEntry on(SiteId site, CommentId comment, @Nullable String author) {
    return new AuditEntry(id, at, who, act, site, comment, author, batch, reason, note, facts);
  }

  public AuditEntry in(@Nullable String batch) {
    return new AuditEntry(id, at, who, act, site, comment, author, batch, reason, note, facts);
  }

  public AuditEntry saying(@Nullable String reason, @Nullable String note) {
    return new AuditEntry(id, at, who, act, site, comment, author, batch, reason, note, facts);
  }

  public AuditEntry with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** With these facts, too. */
  public AuditEntry with(Map<String, String> added) {
    var more = new TreeMap<>(facts);
    more.putAll(added);
    return new AuditEntry(id, at, who, act, site, comment, author, batch, reason, note, more);
  }
}
