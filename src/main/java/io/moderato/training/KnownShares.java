package io.moderato.training;

import io.moderato.classify.Calibration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which shares of a set's comments a scorer that hosts have set their thresholds by gave at least certain scores: published
 * behaviour, no label of any comment. A calibration bent to it lets such thresholds keep their meaning.
 *
 * @param set whose comments
 * @param above score to share, at least two
 */
record KnownShares(String set, SortedMap<Double, Double> above) {
  /** Commoner scores than this many times the largest share are left as they were. */
  private static final double BODY = 4;

  KnownShares {
    above = Collections.unmodifiableSortedMap(new TreeMap<>(above));
    if (above.size() < 2) {
      throw new IllegalArgumentException("a line needs two shares, were " + above);
    }
  }

  /**
   * Leaves the body of a calibration as it is and lets its upper end rise on a line from margin to log-odds, the one that lies
   * nearest to the margins above which the known shares of comments are. A line, since few comments lie above the last of them.
   *
   * @param margins of the set's comments
   */
  Calibration bend(Calibration fitted, double[] margins) {
    double[] descending = Arrays.stream(margins)
        .boxed()
        .sorted(Comparator.reverseOrder())
        .mapToDouble(Double::doubleValue)
        .toArray();
    var line = Line.through(above, descending);
    double highest =
        above.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double bodyEnd = quantile(descending, BODY * highest);
    var knots = new TreeMap<Float, Float>();
    float[] body = fitted.margins();
    for (int i = 0; i < body.length && body[i] < bodyEnd; i++) {
      knots.put(body[i], fitted.logOdds()[i]);
    }
    knots.put((float) bodyEnd, (float) fitted.logOdds(bodyEnd));
    for (double score : above.keySet()) {
      knots.put((float) line.marginOf(logOdds(score)), (float) logOdds(score));
    }
    float far = body[body.length - 1] + knots.lastKey();
    knots.put(far, (float) line.logOddsOf(far));
    return ascending(knots);
  }

  /** Leaves out what lies below an earlier knot: the body may end above where the line begins. */
  private static Calibration ascending(TreeMap<Float, Float> knots) {
    float reached = Float.NEGATIVE_INFINITY;
    var margins = new float[knots.size()];
    var logOdds = new float[knots.size()];
    int kept = 0;
    for (var knot : knots.entrySet()) {
      if (knot.getValue() >= reached) {
        margins[kept] = knot.getKey();
        logOdds[kept] = knot.getValue();
        reached = knot.getValue();
        kept++;
      }
    }
    return new Calibration(Arrays.copyOf(margins, kept), Arrays.copyOf(logOdds, kept));
  }

  private static double quantile(double[] descending, double share) {
    int index = (int) Math.round(share * descending.length);
    return descending[Math.min(Math.max(index, 0), descending.length - 1)];
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  /** Log-odds = slope x margin + intercept. */
  private record Line(double slope, double intercept) {
    /** Least squares; each share counts as much as comments lie above it. */
    static Line through(Map<Double, Double> above, double[] descending) {
      double mass = 0;
      double x = 0;
      double y = 0;
      double xx = 0;
      double xy = 0;
      for (var each : above.entrySet()) {
        double weight = each.getValue();
        double margin = quantile(descending, each.getValue());
        double wanted = logOdds(each.getKey());
        mass += weight;
        x += weight * margin;
        y += weight * wanted;
        xx += weight * margin * margin;
        xy += weight * margin * wanted;
      }
      double slope = (mass * xy - x * y) / (mass * xx - x * x);
      return new Line(slope, (y - slope * x) / mass);
    }

    double marginOf(double logOdds) {
      return (logOdds - intercept) / slope;
    }

    double logOddsOf(double margin) {
      return slope * margin + intercept;
    }
  }
}
