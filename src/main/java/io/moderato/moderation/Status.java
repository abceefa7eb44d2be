package io.moderato.moderation;

import io.moderato.policy.Verdict;
import java.util.Locale;

/** Where a comment stands now: what its verdict made of it, or withdrawn. */
public enum Status {
  APPROVED,
  HELD,
  REJECTED,
  WITHDRAWN;

  public static Status of(Verdict verdict) {
    return switch (verdict) {
      case APPROVE -> APPROVED;
      case HOLD -> HELD;
      case REJECT -> REJECTED;
    };
  }

  /** @throws IllegalArgumentException for a word that is no status */
  public static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
