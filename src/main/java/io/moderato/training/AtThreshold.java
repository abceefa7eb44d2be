package io.moderato.training;

import java.util.List;

/**
 * What a threshold does.
 *
 * @param threshold scores from it on count as having the label
 * @param precision share of the texts from it on that have the label; NaN if there are none
 * @param recall share of the texts with the label that it finds; NaN if there are none
 * @param falsePositives share of the texts without the label that it takes for having it; NaN if there are none
 */
public record AtThreshold(
    double threshold, double precision, double recall, double falsePositives) {
  /** Measures a threshold. */
  public static AtThreshold of(List<Observation> observations, double threshold) {
    double hits = 0;
    double misses = 0;
    double alarms = 0;
    double passes = 0;
    for (var each : observations) {
      boolean above = each.score() >= threshold;
      hits += above && each.positive() ? each.weight() : 0;
      misses += !above && each.positive() ? each.weight() : 0;
      alarms += above && !each.positive() ? each.weight() : 0;
      passes += !above && !each.positive() ? each.weight() : 0;
    }
    return new AtThreshold(
        threshold, hits / (hits + alarms), hits / (hits + misses), alarms / (alarms + passes));
  }
}
