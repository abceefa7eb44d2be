package io.moderato.learning;

import io.moderato.training.Observation;
import io.moderato.training.Reliability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How well a site's model does, counted from its recent decisions. */
record LearningFigures(List<Prediction> recent) {
  private static final int BINS = 10;
  private static final int FEWEST_TO_COMPARE = 200;
  private static final int MOST_MOVED = 10;
  private static final double LEAST_MOVED = 0.1;
  private static final double MADE_UP = 0.5;

  /** How often people approved what the service had spoken against. */
  record FalsePositives(String of, int against, int approved) {
    FalsePositives and(boolean isApproved) {
      return new FalsePositives(of, against + 1, approved + (isApproved ? 1 : 0));
    }
  }

  /** Share of good comments that score so much, and of bad ones. */
  record AtScore(double score, double goodHeld, double badCaught) {}

  private Stream<Prediction> scored() {
    return recent.stream().filter(each -> each.champion() != null);
  }

  private static double score(Prediction prediction) {
    var champion = prediction.champion();
    return champion == null ? Double.NaN : champion;
  }

  List<Reliability.Bin> reliability() {
    var observations =
        scored().map(each -> new Observation(score(each), each.rejected(), 1)).toList();
    return observations.isEmpty() ? List.of() : Reliability.of(observations).bins();
  }

  List<AtScore> thresholds() {
    var good = scored()
        .filter(each -> !each.rejected())
        .mapToDouble(LearningFigures::score)
        .toArray();
    var bad = scored()
        .filter(Prediction::rejected)
        .mapToDouble(LearningFigures::score)
        .toArray();
    var thresholds = new ArrayList<AtScore>();
    for (int tenth = 1; tenth < BINS && good.length > 0 && bad.length > 0; tenth++) {
      double from = tenth / (double) BINS;
      thresholds.add(new AtScore(from, share(good, from), share(bad, from)));
    }
    return thresholds;
  }

  private static double share(double[] scores, double from) {
    return Arrays.stream(scores).filter(score -> score >= from).count() / (double) scores.length;
  }

  List<FalsePositives> byLabel() {
    var byLabel = new TreeMap<String, FalsePositives>();
    recent.forEach(each -> each.named().forEach(label -> count(byLabel, label, each)));
    return List.copyOf(byLabel.values());
  }

  List<FalsePositives> byLanguage() {
    var byLanguage = new TreeMap<String, FalsePositives>();
    recent.stream()
        .filter(Prediction::servedAgainst)
        .forEach(each -> count(byLanguage, each.language(), each));
    return List.copyOf(byLanguage.values());
  }

  private static void count(Map<String, FalsePositives> counts, String of, Prediction each) {
    counts.put(of, counts.getOrDefault(of, new FalsePositives(of, 0, 0)).and(!each.rejected()));
  }

  /**
   * Population stability index of the champion's scores, by tenths: Σ (q - p) ln(q / p) of the later half of the decisions beside the earlier.
   * 0 is no change; from 0.25 on it is commonly called a great one. Empty with too few decisions.
   */
  OptionalDouble scoreDrift() {
    var scores = scored().mapToDouble(LearningFigures::score).toArray();
    if (scores.length < 2 * FEWEST_TO_COMPARE) {
      return OptionalDouble.empty();
    }
    double[][] shares = new double[2][BINS];
    for (int i = 0; i < scores.length; i++) {
      shares[2 * i < scores.length ? 0 : 1][Math.min((int) (scores[i] * BINS), BINS - 1)]++;
    }
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double p = (shares[0][bin] + MADE_UP) / (scores.length / 2 + BINS * MADE_UP);
      double q = (shares[1][bin] + MADE_UP) / (scores.length / 2 + BINS * MADE_UP);
      sum += (q - p) * Math.log(q / p);
    }
    return OptionalDouble.of(sum);
  }

  /** Of which champion and challenger think most differently. */
  List<Prediction> moved() {
    return scored()
        .filter(each -> each.challenger() != null && gap(each) >= LEAST_MOVED)
        .sorted(Comparator.comparingDouble(LearningFigures::gap).reversed())
        .limit(MOST_MOVED)
        .toList();
  }

  private static double gap(Prediction prediction) {
    var challenger = prediction.challenger();
    return challenger == null ? 0 : Math.abs(challenger - score(prediction));
  }
}
