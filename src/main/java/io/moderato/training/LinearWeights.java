package io.moderato.training;

/**
 * A fitted linear model: a text's margin is {@code intercept + Σ weights / √n} over its n buckets.
 *
 * @param weights by bucket
 * @param priors what each prior margin was scaled by
 */
record LinearWeights(float[] weights, float intercept, double[] priors) {
  /** With another model's weights taken in, scaled as this one was trained to expect of its only prior margin. */
  LinearWeights plus(LinearWeights base) {
    float prior = (float) priors[0];
    float[] sums = new float[weights.length];
    for (int bucket = 0; bucket < sums.length; bucket++) {
      sums[bucket] = weights[bucket] + prior * base.weights[bucket];
    }
    return new LinearWeights(sums, intercept + prior * base.intercept, new double[0]);
  }

  /** The margin of a row. */
  double margin(FeatureRows features, int row) {
    return intercept + features.dot(row, weights);
  }
}
