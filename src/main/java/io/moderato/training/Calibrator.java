package io.moderato.training;

import static java.util.Comparator.comparingDouble;

import io.moderato.classify.Calibration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the table that turns margins into probabilities: Platt's logistic curve first, then the rates of some bins of margins,
 * each drawn towards the curve by a few made-up observations, made monotone by pooling adjacent violators (isotonic regression;
 * B. Zadrozny and C. Elkan, 2002). Beyond the outer bins the table follows the curve's slope, so that margins keep their order.
 */
final class Calibrator {
  private static final int BINS = 12;
  private static final double MADE_UP = 10;
  private static final double BEYOND = 16;

  /** The curve is never surer than that, so that no rate is 0 or 1. */
  private static final double UNSURE = 1e-9;

  private static final int NEWTON_STEPS = 50;

  private Calibrator() {}

  /** Fits margins; both outcomes must occur. */
  static Calibration fit(List<Observation> margins) {
    var sorted = margins.stream()
        .filter(each -> each.weight() > 0)
        .sorted(comparingDouble(Observation::score))
        .toList();
    double[] platt = platt(sorted);
    return table(pooled(bins(sorted, platt)), platt[0]);
  }

  /** Slope and intercept by Newton's method on the weighted cross-entropy, with a faint pull of the slope towards 1. */
  static double[] platt(List<Observation> margins) {
    double slope = 1;
    double intercept = 0;
    double total = margins.stream().mapToDouble(Observation::weight).sum();
    double pull = total * 1e-3;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double gradientSlope = pull * (slope - 1);
      double gradientIntercept = 0;
      double slopeSlope = pull;
      double slopeIntercept = 0;
      double interceptIntercept = total * 1e-9;
      for (var each : margins) {
        double x = each.score();
        double p = logistic(slope * x + intercept);
        double error = each.weight() * (p - (each.positive() ? 1 : 0));
        double curvature = each.weight() * p * (1 - p);
        gradientSlope += error * x;
        gradientIntercept += error;
        slopeSlope += curvature * x * x;
        slopeIntercept += curvature * x;
        interceptIntercept += curvature;
      }
      double determinant = slopeSlope * interceptIntercept - slopeIntercept * slopeIntercept;
      double bySlope =
          (interceptIntercept * gradientSlope - slopeIntercept * gradientIntercept) / determinant;
      double byIntercept =
          (slopeSlope * gradientIntercept - slopeIntercept * gradientSlope) / determinant;
      double longest = Math.max(Math.abs(bySlope), Math.abs(byIntercept));
      double damped = Math.min(1, 1 / Math.max(longest, 1e-12));
      slope -= damped * bySlope;
      intercept -= damped * byIntercept;
      if (longest < 1e-9) {
        break;
      }
    }
    return new double[] {Math.max(slope, 0.05), intercept};
  }

  /** A bin of neighbouring margins: mean margin, rate, mass. */
  private record Bin(double margin, double rate, double mass) {
    Bin with(Bin other) {
      double sum = mass + other.mass;
      return new Bin(
          (margin * mass + other.margin * other.mass) / sum,
          (rate * mass + other.rate * other.mass) / sum,
          sum);
    }
  }

  /** Bins that hold equal numbers of positives, since these are what is rare; equal margins share a bin. */
  private static List<Bin> bins(List<Observation> sorted, double[] platt) {
    double positives = positive(sorted);
    double mean = sorted.stream().mapToDouble(Observation::weight).sum() / sorted.size();
    List<Bin> bins = new ArrayList<>();
    int begin = 0;
    double seen = 0;
    for (int i = 0; i < sorted.size(); i++) {
      seen += sorted.get(i).positive() ? sorted.get(i).weight() : 0;
      boolean full = seen >= positives * (bins.size() + 1) / BINS;
      if (i == sorted.size() - 1 || full && isBelow(sorted.get(i), sorted.get(i + 1))) {
        bins.add(bin(sorted.subList(begin, i + 1), platt, mean * MADE_UP));
        begin = i + 1;
      }
    }
    return bins;
  }

  /** Also as the table stores them. */
  private static boolean isBelow(Observation one, Observation next) {
    return (float) one.score() < (float) next.score();
  }

  private static Bin bin(List<Observation> observations, double[] platt, double madeUp) {
    double mass = 0;
    double margin = 0;
    for (var each : observations) {
      mass += each.weight();
      margin += each.weight() * each.score();
    }
    double centre = margin / mass;
    double expected =
        Math.min(Math.max(logistic(platt[0] * centre + platt[1]), UNSURE), 1 - UNSURE);
    return new Bin(
        centre, (positive(observations) + madeUp * expected) / (mass + madeUp), mass + madeUp);
  }

  private static double positive(List<Observation> observations) {
    return observations.stream()
        .filter(Observation::positive)
        .mapToDouble(Observation::weight)
        .sum();
  }

  private static List<Bin> pooled(List<Bin> bins) {
    List<Bin> pooled = new ArrayList<>();
    for (var bin : bins) {
      var last = bin;
      while (!pooled.isEmpty() && pooled.get(pooled.size() - 1).rate() >= last.rate()) {
        last = pooled.remove(pooled.size() - 1).with(last);
      }
      pooled.add(last);
    }
    return pooled;
  }

  private static Calibration table(List<Bin> bins, double slope) {
    int knots = bins.size() + 2;
    float[] margins = new float[knots];
    float[] logOdds = new float[knots];
    for (int i = 0; i < bins.size(); i++) {
      margins[i + 1] = (float) bins.get(i).margin();
      logOdds[i + 1] = (float) Math.log(bins.get(i).rate() / (1 - bins.get(i).rate()));
    }
    margins[0] = (float) (margins[1] - BEYOND);
    logOdds[0] = (float) (logOdds[1] - slope * BEYOND);
    margins[knots - 1] = (float) (margins[knots - 2] + BEYOND);
    logOdds[knots - 1] = (float) (logOdds[knots - 2] + slope * BEYOND);
    return new Calibration(margins, logOdds);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
