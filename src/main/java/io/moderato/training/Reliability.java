package io.moderato.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether scores are probabilities: of the texts scored about 0.7, do 70 % have the label?
 *
 * @param bins ten, by score, each a tenth wide
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Texts of about the same score.
   *
   * @param score their mean score; 0 in an empty bin
   * @param rate share of them that has the label; 0 in an empty bin
   * @param share of all texts that they are, by weight
   */
  public record Bin(double score, double rate, double share) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** Of scores in [0, 1]. */
  public static Reliability of(List<Observation> observations) {
    double[] masses = new double[BINS];
    double[] scores = new double[BINS];
    double[] positives = new double[BINS];
    double total = 0;
    for (var each : observations) {
      int bin = Math.min((int) (each.score() * BINS), BINS - 1);
      masses[bin] += each.weight();
      scores[bin] += each.weight() * each.score();
      positives[bin] += each.positive() ? each.weight() : 0;
      total += each.weight();
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(
          masses[bin] == 0
              ? new Bin(0, 0, 0)
              : new Bin(
                  scores[bin] / masses[bin], positives[bin] / masses[bin], masses[bin] / total));
    }
    return new Reliability(bins);
  }

  /**
   * Expected calibration error: the distance of score and rate, averaged over texts (M. Naeini, G. Cooper, M. Hauskrecht, 2015).
   */
  public double expectedError() {
    return error(bins);
  }

  /** The part of the expected calibration error that comes from texts scored 0.5 and more. */
  public double expectedErrorFromHalf() {
    return error(bins.subList(BINS / 2, BINS));
  }

  private static double error(List<Bin> bins) {
    return bins.stream()
        .mapToDouble(bin -> bin.share() * Math.abs(bin.score() - bin.rate()))
        .sum();
  }
}
