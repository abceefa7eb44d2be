package io.moderato.recent;

import io.moderato.classify.WordHashes;
import io.moderato.comment.Author;
import io.moderato.comment.CommentId;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.site.SiteId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Windows and comments for tests. */
public final class SomeRecentComments {
  private SomeRecentComments() {}

  /** A window that knows the past: nothing came yet. */
  public static RecentComments empty(Clock clock) {
    return empty(1000, clock);
  }

  public static RecentComments empty(int capacity, Clock clock) {
    var recent = new RecentComments(capacity, Duration.ofDays(7), clock);
    recent.fill(List.of());
    return recent;
  }

  static RecentComment comment(String id, String author, String text, Instant at) {
    return comment("blog", id, new Author(author, null, null, null, null, null), text, at);
  }

  static RecentComment comment(String site, String id, Author author, String text, Instant at) {
    return comment(site, id, author, text, at, null, null, null);
  }

  static RecentComment comment(
      String site,
      String id,
      Author author,
      String text,
      Instant at,
      @Nullable Instant expiresAt,
      @Nullable String campaign,
      @Nullable HumanVerdict said) {
    return new RecentComment(
        new SiteId(site),
        new CommentId(id),
        new PostId("p-" + id.charAt(0)),
        author,
        WordHashes.of(text, TextFormat.TEXT),
        at,
        at,
        expiresAt,
        campaign,
        said);
  }
}
