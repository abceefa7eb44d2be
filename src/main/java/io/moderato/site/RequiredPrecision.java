package io.moderato.site;

/**
 * How right a verdict must have been on history for a policy to be activated.
 *
 * @param precision the least share of comments with this verdict that people rejected, too, in [0, 1]
 * @param atLeast on fewer comments of people's decisions nothing is concluded
 * @param certain whether the lower end of the 95 % interval must reach the precision, and not the share itself
 */
public record RequiredPrecision(double precision, int atLeast, boolean certain) {
  public static final int USUAL_AT_LEAST = 100;
}
