package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a comment in the queue.
 *
 * @param who null where it was no person
 */
public record ReviewEvent(
    SiteId site, CommentId comment, What what, @Nullable String who, Instant at) {
  /** What can happen. */
  public enum What {
    ARRIVED,
    DECIDED,
    CLAIMED,
    RELEASED,
    CHANGED,
    UNDONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
