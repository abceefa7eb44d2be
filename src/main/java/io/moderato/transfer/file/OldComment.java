package io.moderato.transfer.file;

import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment of a file.
 *
 * @param id the same for each reading of the file; begins with the platform's name
 * @param parent null for one on the post itself
 * @param decision what had been decided of it
 * @param line where it begins in the file
 */
public record OldComment(
    String id,
    String post,
    @Nullable String parent,
    Author author,
    String text,
    TextFormat format,
    Instant submittedAt,
    OldDecision decision,
    long line) {
  OldComment withId(String other) {
    return new OldComment(other, post, parent, author, text, format, submittedAt, decision, line);
  }

  OldComment withParent(@Nullable String other) {
    return new OldComment(id, post, other, author, text, format, submittedAt, decision, line);
  }
}
