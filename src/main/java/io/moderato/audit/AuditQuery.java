package io.moderato.audit;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for: those that all of it is true of.
 *
 * @param sites one of these; null for any, and for what is of no site
 * @param comment wants a site, since comments are named within theirs
 * @param author as {@code comment}
 * @param acts one of these; empty for any
 * @param from at that time or later
 * @param until before that time
 */
public record AuditQuery(
    @Nullable Set<SiteId> sites,
    @Nullable CommentId comment,
    @Nullable String author,
    @Nullable String who,
    Set<Act> acts,
    @Nullable String batch,
    @Nullable Instant from,
    @Nullable Instant until) {
  public static final AuditQuery ALL =
      new AuditQuery(null, null, null, null, Set.of(), null, null, null);

  public AuditQuery {
    sites = sites == null ? null : Set.copyOf(sites);
    acts = Set.copyOf(acts);
    if (sites == null && (comment != null || author != null)) {
      throw new IllegalArgumentException("a comment or an author is asked for within its site");
    }
  }

  public static AuditQuery ofSites(Set<SiteId> sites) {
    return ALL.within(sites);
  }

  public static AuditQuery ofComment(SiteId site, CommentId comment) {
    return new AuditQuery(Set.of(site), comment, null, null, Set.of(), null, null, null);
  }

  public static AuditQuery ofAuthor(SiteId site, String author) {
    return new AuditQuery(Set.of(site), null, author, null, Set.of(), null, null, null);
  }

  public static AuditQuery ofBatch(String batch) {
    return new AuditQuery(null, null, null, null, Set.of(), batch, null, null);
  }

  public AuditQuery within(Set<SiteId> sites) {
    return new AuditQuery(sites, comment, author, who, acts, batch, from, until);
  }

  public AuditQuery by(String who) {
    return new AuditQuery(sites, comment, author, who, acts, batch, from, until);
  }

  public AuditQuery of(Set<Act> acts) {
    return new AuditQuery(sites, comment, author, who, acts, batch, from, until);
  }

  public AuditQuery during(@Nullable Instant from, @Nullable Instant until) {
    return new AuditQuery(sites, comment, author, who, acts, batch, from, until);
  }
}
