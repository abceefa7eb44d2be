package io.moderato.review;

import io.moderato.comment.CommentId;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.time.Instant;

/**
 * Who is looking at a comment, so that no two people decide the same one.
 *
 * @param holder {@code moderator:} and a login, or {@code key:} and a key's id
 * @param until when it ends unless it is renewed
 */
public record Claim(SiteId site, CommentId comment, String holder, Instant until) {
  /** Without any sign of life, a comment is anybody's again after so long. */
  public static final Duration LEASE = Duration.ofMinutes(3);

  public boolean isOf(String who) {
    return holder.equals(who);
  }
}
