package io.moderato.learning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a person, and what had been said of the comment before anybody learnt from it.
 *
 * @param by who decided
 * @param base whether the policy would not have approved it by the base model alone
 * @param champion how probably it is rejected here, by what served; null where none did
 * @param challenger the same by the challenger; null without one
 * @param named the labels that the service gave as its reasons
 * @param text equal for texts of the same features
 */
public record Prediction(
    String id,
    Instant at,
    String by,
    boolean rejected,
    boolean base,
    @Nullable Double champion,
    @Nullable Double challenger,
    String language,
    List<String> named,
    long text) {
  static final double LIKELY = 0.5;

  public Prediction {
    named = List.copyOf(named);
  }

  static boolean errs(double probability, boolean rejected) {
    return probability >= LIKELY != rejected;
  }

  boolean baseErred() {
    return base != rejected;
  }

  /** Whether what served, the champion or else the base model alone, would have taken it the other way. */
  boolean servedErred() {
    return champion == null ? baseErred() : errs(champion, rejected);
  }

  /** What served it. */
  boolean servedAgainst() {
    return champion == null ? base : champion >= LIKELY;
  }
}
