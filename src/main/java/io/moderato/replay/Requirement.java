package io.moderato.replay;

/**
 * How right a verdict must have been on history for a policy to be activated.
 *
 * @param precision the least share of comments with this verdict that people rejected, too, in [0, 1]
 * @param atLeast on fewer comments of people's decisions nothing is concluded
 * @param certain whether the lower end of the 95 % interval must reach the precision, and not the share itself
 */
public record Requirement(double precision, int atLeast, boolean certain) {
  boolean isMetBy(Share share) {
    return share.of() >= atLeast && (certain ? share.low() : share.value().orElse(0)) >= precision;
  }
}
