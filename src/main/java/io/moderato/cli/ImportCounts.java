package io.moderato.cli;

import io.moderato.policy.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import has come to so far. For one thread; {@link #comments} for any. */
final class ImportCounts {
  private final Map<Verdict, Long> decided = new EnumMap<>(Verdict.class);
  private long undecided;
  private volatile long comments;
  private long acknowledged;
  private long posts;
  private long added;
  private long unchanged;

  /** A comment of the file, with what had been decided of it; null for nothing. */
  void found(@Nullable Verdict verdict) {
    if (verdict == null) {
      undecided++;
    } else {
      decided.merge(verdict, 1L, Long::sum);
    }
    comments = undecided + decided.values().stream().mapToLong(Long::longValue).sum();
  }

  long comments() {
    return comments;
  }

  long decided(Verdict verdict) {
    return decided.getOrDefault(verdict, 0L);
  }

  long undecided() {
    return undecided;
  }

  /** Lines that the service has acknowledged, in the order of sending. */
  long acknowledged() {
    return acknowledged;
  }

  void acknowledge(long lines) {
    acknowledged += lines;
  }

  long posts() {
    return posts;
  }

  void storedPosts(long count) {
    posts += count;
  }

  /** Comments that were stored. */
  long added() {
    return added;
  }

  void storedNew(long count) {
    added += count;
  }

  /** Comments that were there already. */
  long unchanged() {
    return unchanged;
  }

  void storedBefore(long count) {
    unchanged += count;
  }
}
