package io.moderato.recent;

import io.moderato.classify.WordHashes;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the window wants to know of a comment.
 *
 * @param author as far as it is told; the window keeps hashes alone, those of addresses for an hour
 * @param cameAt when the service first decided on it
 * @param changedAt when it was last changed, as the store tells it
 * @param expiresAt when it is erased; null for never
 * @param campaign the group that was found before, perhaps by another process; null without any
 * @param said what the person who decided last said of it; null where nobody approved or rejected it
 */
public record RecentComment(
    SiteId site,
    CommentId id,
    PostId post,
    Author author,
    WordHashes words,
    Instant cameAt,
    Instant changedAt,
    @Nullable Instant expiresAt,
    @Nullable String campaign,
    @Nullable HumanVerdict said) {}
