package io.moderato.training;

import java.util.Arrays;

/**
 * What one label is trained on: rows of a {@link FeatureRows} with their targets.
 *
 * @param rows their numbers
 * @param targets in [0, 1]
 * @param costs how much each row's error counts
 * @param groups number of each row's group; groups have intercepts of their own
 * @param priors margins that are known already for each row (of other labels' models), which training may scale; none or more columns
 */
record TrainingRows(int[] rows, double[] targets, double[] costs, int[] groups, double[][] priors) {
  TrainingRows {
    int size = rows.length;
    if (targets.length != size
        || costs.length != size
        || groups.length != size
        || Arrays.stream(priors).anyMatch(prior -> prior.length != size)) {
      throw new IllegalArgumentException("each row needs target, cost, group and priors");
    }
  }

  int size() {
    return rows.length;
  }

  int groupCount() {
    return Arrays.stream(groups).max().orElse(-1) + 1;
  }
}
