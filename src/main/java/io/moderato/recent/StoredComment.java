package io.moderato.recent;

import io.moderato.classify.WordHashes;
import io.moderato.comment.Author;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the store has it; see {@link RecentComment}.
 *
 * @param change the latest of it
 * @param said what the person who decided last said of it; null where nobody approved or rejected it
 */
public record StoredComment(
    Change change,
    PostId post,
    Author author,
    String text,
    TextFormat format,
    Instant cameAt,
    @Nullable Instant expiresAt,
    @Nullable String campaign,
    @Nullable HumanVerdict said,
    boolean withdrawn) {
  /** Reads the text, which takes a while. */
  RecentComment recent() {
    var words = WordHashes.of(text, format);
    return new RecentComment(
        change.site(),
        change.id(),
        post,
        author,
        words,
        cameAt,
        change.at(),
        expiresAt,
        campaign,
        said);
  }
}
