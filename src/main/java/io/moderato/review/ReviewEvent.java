package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a comment in the queue.
 *
 * @param who null where it was no person
 */
public record ReviewEvent(
    SiteId site, CommentId comment, What what, @Nullable String who, Instant at) {
  /** A comment changes once at a time, and is claimed or released once at a time. */
  Object moment() {
    return List.of(site, comment, at, what.isOfClaims() ? what : What.CHANGED);
  }

  /** What can happen. */
  public enum What {
    ARRIVED,
    DECIDED,
    CLAIMED,
    RELEASED,
    CHANGED,
    ESCALATED,
    UNDONE;

    private boolean isOfClaims() {
      return this == CLAIMED || this == RELEASED;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
