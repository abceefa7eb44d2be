package io.moderato.classify;

import java.util.Arrays;

/**
 * Turns a label's raw margin into a probability: a monotone, piecewise linear table from margin to log-odds, constant beyond
 * its ends. Platt's method is a table of two knots; isotonic regression is one of many.
 */
public final class Calibration {
  /** Margins beyond it say nothing more: the logistic function is 0 or 1 in single precision. */
  private static final float FAR = 64f;

  private static final double SMALLEST = 1e-4;

  private final float[] margins;
  private final float[] logOdds;

  /**
   * A table of knots.
   *
   * @param margins strictly ascending, at least one
   * @param logOdds finite, never descending, one for each margin
   */
  public Calibration(float[] margins, float[] logOdds) {
    if (margins.length == 0 || margins.length != logOdds.length) {
      throw new IllegalArgumentException("each margin needs its log-odds, were %d and %d"
          .formatted(margins.length, logOdds.length));
    }
    for (int i = 0; i < margins.length; i++) {
      boolean ascending = i == 0 || (margins[i] > margins[i - 1] && logOdds[i] >= logOdds[i - 1]);
      if (!ascending || !Float.isFinite(margins[i]) || !Float.isFinite(logOdds[i])) {
        throw new IllegalArgumentException("knots must be finite and ascend, was (%s, %s) at %d"
            .formatted(margins[i], logOdds[i], i));
      }
    }
    this.margins = margins.clone();
    this.logOdds = logOdds.clone();
  }

  /** The margin is the log-odds, as logistic regression means it. */
  public static Calibration identity() {
    return platt(1, 0);
  }

  /**
   * Log-odds = slope x margin + intercept (J. Platt, "Probabilistic outputs for support vector machines", 1999).
   *
   * @param slope never negative
   */
  public static Calibration platt(double slope, double intercept) {
    return new Calibration(
        new float[] {-FAR, FAR},
        new float[] {(float) (intercept - slope * FAR), (float) (intercept + slope * FAR)});
  }

  /**
   * A table of probabilities, as isotonic regression gives them; kept off 0 and 1 by 0.0001, since no finite sample proves a
   * certainty.
   *
   * @param margins strictly ascending
   * @param probabilities in [0, 1], never descending
   */
  public static Calibration ofProbabilities(float[] margins, double[] probabilities) {
    float[] logOdds = new float[probabilities.length];
    for (int i = 0; i < logOdds.length; i++) {
      double kept = Math.min(Math.max(probabilities[i], SMALLEST), 1 - SMALLEST);
      logOdds[i] = (float) Math.log(kept / (1 - kept));
    }
    return new Calibration(margins, logOdds);
  }

  /** The same, but for probabilities above one that are that one. */
  public Calibration atMost(double probability) {
    float most = (float) Math.log(probability / (1 - probability));
    if (logOdds[logOdds.length - 1] <= most) {
      return this;
    }
    int below = 0;
    while (logOdds[below] < most) {
      below++;
    }
    float[] lower = Arrays.copyOf(margins, below + 1);
    float[] lowerOdds = Arrays.copyOf(logOdds, below + 1);
    lowerOdds[below] = most;
    if (below > 0) {
      double share = (most - logOdds[below - 1]) / (logOdds[below] - logOdds[below - 1]);
      lower[below] = (float) (margins[below - 1] + share * (margins[below] - margins[below - 1]));
    }
    return new Calibration(lower, lowerOdds);
  }

  /** The calibrated log-odds of a margin. */
  public double logOdds(double margin) {
    int last = margins.length - 1;
    if (!(margin > margins[0])) { // also NaN
      return logOdds[0];
    }
    if (margin >= margins[last]) {
      return logOdds[last];
    }
    int right = 1;
    while (margins[right] < margin) { // tables are short
      right++;
    }
    int left = right - 1;
    double share = (margin - margins[left]) / ((double) margins[right] - margins[left]);
    double between = logOdds[left] + share * ((double) logOdds[right] - logOdds[left]);
    return Math.min(between, logOdds[right]); // rounding must not carry it beyond the knot
  }

  /** The probability of a margin. */
  public double probability(double margin) {
    return 1 / (1 + Math.exp(-logOdds(margin)));
  }

  /** The least margin whose probability is at least this one; beyond the table's end if none is. */
  public double marginOf(double probability) {
    double wanted = Math.log(probability / (1 - probability));
    int last = margins.length - 1;
    if (wanted <= logOdds[0]) {
      return margins[0];
    }
    if (wanted > logOdds[last]) {
      return Math.nextUp((double) margins[last]);
    }
    int right = 1;
    while (logOdds[right] < wanted) {
      right++;
    }
    int left = right - 1;
    double share = (wanted - logOdds[left]) / ((double) logOdds[right] - logOdds[left]);
    return margins[left] + share * ((double) margins[right] - margins[left]);
  }

  /** The table's margins, ascending. */
  public float[] margins() {
    return margins.clone();
  }

  /** The log-odds at {@link #margins()}. */
  public float[] logOdds() {
    return logOdds.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calibration that
        && Arrays.equals(margins, that.margins)
        && Arrays.equals(logOdds, that.logOdds);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(margins) + Arrays.hashCode(logOdds);
  }
}
