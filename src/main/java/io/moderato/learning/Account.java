package io.moderato.learning;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whose word teaches.
 *
 * @param name {@code moderator:anna}, {@code key:…}, {@code operator}, {@code import}
 * @param rejected so many examples of what does not belong here
 * @param approved so many of what does
 * @param agreement how often a model that learnt from the others alone says the same, averaged over both kinds; null where there is too little to tell
 * @param weight how much each of its examples counts, at most 1
 */
public record Account(
    String name, int rejected, int approved, @Nullable Double agreement, double weight) {
  static final double DOUBTFUL = 0.5;

  /** Whether the others see most of it otherwise. */
  boolean isDoubtful() {
    return weight < DOUBTFUL;
  }
}
