package io.moderato.site;

/**
 * How many of the approved comments people are asked to look at, so that a site learns what slips through. They are shown meanwhile.
 *
 * @param random share of all, in [0, 1]
 * @param uncertain share of those whose scores leave in doubt what they are, in [0, 1]
 */
public record DrawRates(double random, double uncertain) {
  public static final DrawRates NONE = new DrawRates(0, 0);

  public DrawRates {
    if (!(random >= 0 && random <= 1 && uncertain >= 0 && uncertain <= 1)) {
      throw new IllegalArgumentException(
          "shares are in [0, 1], not %s and %s".formatted(random, uncertain));
    }
  }
}
