package io.moderato.site;

import java.util.stream.DoubleStream;

/**
 * How many of the approved comments people are asked to look at, so that a site learns what slips through. They are shown meanwhile.
 *
 * @param random share of all, in [0, 1]
 * @param uncertain share of those whose scores leave in doubt what they are, in [0, 1]
 * @param unfamiliar share of those whose words are new to the site's own model, in [0, 1]
 */
public record DrawRates(double random, double uncertain, double unfamiliar) {
  public static final DrawRates NONE = new DrawRates(0, 0, 0);

  public DrawRates {
    if (!DoubleStream.of(random, uncertain, unfamiliar).allMatch(rate -> rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "shares are in [0, 1], not %s, %s and %s".formatted(random, uncertain, unfamiliar));
    }
  }
}
