package io.moderato.moderation;

import io.moderato.signals.AuthorRecord;
import java.util.Locale;
import java.util.stream.Stream;

/** What became of a comment, as its author's record counts it. */
enum Outcome {
  APPROVED,
  /** A person approved what the policy had held or rejected. */
  CORRECTED,
  HELD,
  REJECTED,
  /** Counts for nothing. */
  WITHDRAWN;

  /** @throws IllegalArgumentException for a word that is no outcome */
  static Outcome of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AuthorRecord record(Stream<Outcome> outcomes) {
    int[] counts = new int[values().length];
    outcomes.forEach(outcome -> counts[outcome.ordinal()]++);
    int corrected = counts[CORRECTED.ordinal()];
    return new AuthorRecord(
        true,
        counts[APPROVED.ordinal()] + corrected,
        counts[HELD.ordinal()],
        counts[REJECTED.ordinal()],
        corrected);
  }
}
