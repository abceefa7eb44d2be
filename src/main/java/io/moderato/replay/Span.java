package io.moderato.replay;

import io.moderato.moderation.Period;

/**
 * Which past decisions.
 *
 * @param last at most so many, the latest ones of the period
 */
public record Span(Period period, int last) {
  public static final int USUAL = 10_000;

  /** The latest ones, whenever they were made. */
  public static Span last(int last) {
    return new Span(Period.ALWAYS, last);
  }
}
