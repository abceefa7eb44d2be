package io.moderato.replay;

import io.moderato.site.RequiredPrecision;
import java.util.OptionalDouble;

/** So many of so many, and what that says of those that are still to come. */
public record Share(int count, int of) {
  /** Of the two-sided 95 % interval. */
  private static final double Z = 1.959964;

  /** Empty for a share of none. */
  public OptionalDouble value() {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / of);
  }

  /** The lower end of the 95 % interval after Wilson (1927), which holds for few cases and for shares near 0 and 1, too. */
  public double low() {
    return of == 0 ? 0 : Math.max(0, middle() - halfWidth());
  }

  /** The upper end. */
  public double high() {
    return of == 0 ? 1 : Math.min(1, middle() + halfWidth());
  }

  boolean meets(RequiredPrecision required) {
    return of >= required.atLeast()
        && (required.certain() ? low() : value().orElse(0)) >= required.precision();
  }

  private double middle() {
    return (count + Z * Z / 2) / (of + Z * Z);
  }

  private double halfWidth() {
    double share = (double) count / of;
    return Z / (of + Z * Z) * Math.sqrt(of * share * (1 - share) + Z * Z / 4);
  }
}
