package io.moderato.learning;

import java.util.List;

/**
 * A bet against "the challenger is no better": a gambler who starts with 1 stakes a fixed share of what he has on each decision and wins where
 * the challenger did better. If it is no better, he can't expect to win, and has ever 20 times what he began with in at most one
 * of 20 trials, however often one looks (Ville's inequality; I. Waudby-Smith and A. Ramdas, "Estimating means of bounded random variables by
 * betting", 2024). He bets three shares side by side, since none is best for all differences.
 *
 * @param logs logarithm of what each of the three has by now
 */
public record Bet(List<Double> logs) {
  /** What proves the challenger: by chance alone it comes about once in 20 trials. */
  public static final double ENOUGH = 20;

  static final Bet NEW = new Bet(List.of(0.0, 0.0, 0.0));

  private static final double[] SHARES = {0.2, 0.5, 0.9};

  public Bet {
    logs = List.copyOf(logs);
  }

  /** @param gain of the challenger over the champion on one decision, in [-1, 1] */
  Bet and(double gain) {
    return new Bet(List.of(
        logs.get(0) + Math.log1p(SHARES[0] * gain),
        logs.get(1) + Math.log1p(SHARES[1] * gain),
        logs.get(2) + Math.log1p(SHARES[2] * gain)));
  }

  /** How many times of what he began with he has. */
  double evidence() {
    return logs.stream().mapToDouble(Math::exp).sum() / logs.size();
  }
}
