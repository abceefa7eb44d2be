package io.moderato.training;

import static java.util.Comparator.comparingDouble;

import java.util.List;

/** How well scores order texts, whatever their scale. */
final class Ranking {
  private Ranking() {}

  /**
   * Area under the ROC curve: the probability that a text with the label scores above one without it, ties counting half
   * (Mann and Whitney's U). NaN unless both occur.
   */
  static double auc(List<Observation> observations) {
    var ascending =
        observations.stream().sorted(comparingDouble(Observation::score)).toList();
    double negativesBelow = 0;
    double won = 0;
    double positives = 0;
    for (int begin = 0; begin < ascending.size(); ) {
      int end = tieEnd(ascending, begin);
      double tiedPositives = mass(ascending.subList(begin, end), true);
      double tiedNegatives = mass(ascending.subList(begin, end), false);
      won += tiedPositives * (negativesBelow + tiedNegatives / 2);
      positives += tiedPositives;
      negativesBelow += tiedNegatives;
      begin = end;
    }
    return won / (positives * negativesBelow);
  }

  /**
   * Average precision: precision at each distinct score from above, weighted with the recall it adds. NaN without a text that has
   * the label.
   */
  static double averagePrecision(List<Observation> observations) {
    var descending = observations.stream()
        .sorted(comparingDouble(Observation::score).reversed())
        .toList();
    double all = mass(descending, true);
    double seen = 0;
    double hits = 0;
    double sum = 0;
    for (int begin = 0; begin < descending.size(); ) {
      int end = tieEnd(descending, begin);
      double tiedPositives = mass(descending.subList(begin, end), true);
      seen += tiedPositives + mass(descending.subList(begin, end), false);
      hits += tiedPositives;
      sum += tiedPositives == 0 ? 0 : tiedPositives * hits / seen;
      begin = end;
    }
    return sum / all;
  }

  /**
   * What is caught where no more than a share of the texts without the label may be: the share of those with it that score above the
   * least score this allows. NaN unless both occur.
   */
  static double caughtAt(double blockedInError, List<Observation> observations) {
    var descending = observations.stream()
        .sorted(comparingDouble(Observation::score).reversed())
        .toList();
    double positives = mass(descending, true);
    double negatives = mass(descending, false);
    double hits = 0;
    double alarms = 0;
    for (int begin = 0; begin < descending.size(); ) {
      int end = tieEnd(descending, begin);
      alarms += mass(descending.subList(begin, end), false);
      if (alarms > blockedInError * negatives) {
        break;
      }
      hits += mass(descending.subList(begin, end), true);
      begin = end;
    }
    return negatives == 0 ? Double.NaN : hits / positives;
  }

  private static int tieEnd(List<Observation> sorted, int begin) {
    int end = begin + 1;
    while (end < sorted.size() && sorted.get(end).score() == sorted.get(begin).score()) {
      end++;
    }
    return end;
  }

  private static double mass(List<Observation> observations, boolean positive) {
    double mass = 0;
    for (var each : observations) {
      mass += each.positive() == positive ? each.weight() : 0;
    }
    return mass;
  }
}
