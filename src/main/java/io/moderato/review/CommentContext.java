package io.moderato.review;

import io.moderato.audit.AuditEntry;
import io.moderato.comment.Post;
import io.moderato.moderation.ModeratedComment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment with what a person needs around it to judge it.
 *
 * @param post null where the platform told nothing of it
 * @param parents what it answers, the first of the thread first; those that are no longer stored are left out
 * @param earlier what readers saw under the post just before it, the oldest first
 * @param similar others of its campaign, the one judged last first, as they stand
 * @param decided what people decided lately on comments like it, the most alike first, as they stand
 * @param said what was done to it, the newest first
 * @param claim who looks at it; null for nobody
 */
public record CommentContext(
    ModeratedComment comment,
    @Nullable Post post,
    List<ModeratedComment> parents,
    List<ModeratedComment> earlier,
    List<ModeratedComment> similar,
    List<ModeratedComment> decided,
    List<AuditEntry> said,
    @Nullable Claim claim) {
  public CommentContext {
    parents = List.copyOf(parents);
    earlier = List.copyOf(earlier);
    similar = List.copyOf(similar);
    decided = List.copyOf(decided);
    said = List.copyOf(said);
  }
}
