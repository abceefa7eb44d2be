package io.moderato.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from inclusive; null for the very begin
 * @param to exclusive; null for now
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {
  public static final Period ALWAYS = new Period(null, null);

  public Period {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  public boolean contains(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }
}
