package io.moderato.review;

import io.moderato.audit.AuditEntry;
import io.moderato.moderation.ModeratedComment;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.SiteId;
import java.util.List;

/**
 * What is known of an author on a site.
 *
 * @param author key, as comments have it
 * @param record with the author's standing
 * @param latest the author's latest comments, the newest first, as they stand
 * @param said what moderators wrote and did about this author's comments, the newest first
 */
public record AuthorHistory(
    SiteId site,
    String author,
    AuthorRecord record,
    List<ModeratedComment> latest,
    List<AuditEntry> said) {
  public AuthorHistory {
    latest = List.copyOf(latest);
    said = List.copyOf(said);
  }
}
