package io.moderato.recent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A comment as the window keeps it: hashes, and the id, which a campaign may be named after. Changed under the window's lock alone. */
final class Remembered {
  final byte[] id;
  final long key;
  final long site;
  final long identity;
  final char[] sketch;
  final long author;
  final long post;
  final long cameAt;
  long changedAt;
  long expiresAt;
  final @Nullable String campaign;
  final @Nullable HumanVerdict said;

  /** Whether the same text again is no accident. */
  final boolean telling;

  /** Address and network; gone as soon as they are not counted any more. */
  Origin origin;

  int number;
  boolean inMinute;
  boolean inHour;

  @Nullable
  Group group;

  /** Whether it is known to be stored. */
  boolean kept;

  /** Taken out, for an edit or for good; its place in the window stays. */
  boolean gone;

  Remembered(RecentComment comment, long seed) {
    var site = comment.site().value();
    this.id = comment.id().value().getBytes(StandardCharsets.UTF_8);
    this.site = Hashes.of(seed, site);
    this.key = key(comment.site().value(), comment.id().value(), seed);
    this.identity = comment.words().identity() == 0
        ? 0
        : Hashes.mixed(this.site ^ comment.words().identity());
    this.sketch = Sketch.of(comment.words().content());
    this.origin = Origin.of(comment.author(), this.site);
    this.author = origin.author();
    this.post = Hashes.of(this.site, comment.post().value());
    this.cameAt = comment.cameAt().toEpochMilli();
    this.changedAt = comment.changedAt().toEpochMilli();
    this.expiresAt = millis(comment.expiresAt());
    this.campaign = comment.campaign();
    this.said = comment.said();
    this.telling = sketch.length > 0 || comment.words().hasLinks();
  }

  static long key(String site, String id, long seed) {
    return Hashes.of(Hashes.of(seed, site), id);
  }

  String name() {
    return new String(id, StandardCharsets.UTF_8);
  }

  boolean saysTheSame(Remembered other) {
    return identity == other.identity && Arrays.equals(sketch, other.sketch);
  }

  static long millis(@Nullable Instant instant) {
    return instant == null ? Long.MAX_VALUE : instant.toEpochMilli();
  }
}
