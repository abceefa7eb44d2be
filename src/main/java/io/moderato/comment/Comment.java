package io.moderato.comment;

import io.moderato.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is judged.
 *
 * @param parent the comment that this one answers; null for one on the post itself
 * @param submittedAt to the millisecond
 * @param honeypotFilled whether something stood in a form field that people can't see
 * @param formSeconds between showing the form and sending it; null where the platform does not tell
 */
public record Comment(
    SiteId site,
    CommentId id,
    PostId post,
    @Nullable CommentId parent,
    Author author,
    String text,
    TextFormat format,
    Instant submittedAt,
    boolean honeypotFilled,
    @Nullable Double formSeconds) {
  public Comment withId(CommentId id) {
    return new Comment(
        site, id, post, parent, author, text, format, submittedAt, honeypotFilled, formSeconds);
  }

  public Comment withText(String text, TextFormat format) {
    return new Comment(
        site, id, post, parent, author, text, format, submittedAt, honeypotFilled, formSeconds);
  }

  public Comment withAuthor(Author author) {
    return new Comment(
        site, id, post, parent, author, text, format, submittedAt, honeypotFilled, formSeconds);
  }
}
