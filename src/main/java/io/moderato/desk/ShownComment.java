package io.moderato.desk;

import io.moderato.audit.AuditEntry;
import io.moderato.comment.Post;
import io.moderato.moderation.ModeratedComment;
import io.moderato.review.Claim;
import io.moderato.signals.AuthorRecord;
import io.moderato.site.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment with all that is shown beside it.
 *
 * @param post null where the platform told nothing of it
 * @param thread what stands above it, the earliest first
 * @param similar decided comments that are nearly the same, the latest first
 * @param campaignSize how many of its campaign wait, itself counted
 * @param entries what was done to it, the latest first
 * @param claim null where nobody looks at it
 */
record ShownComment(
    Site site,
    ModeratedComment comment,
    @Nullable Post post,
    AuthorRecord author,
    List<ModeratedComment> thread,
    List<ModeratedComment> similar,
    int campaignSize,
    List<AuditEntry> entries,
    @Nullable Claim claim) {}
