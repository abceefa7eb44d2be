package io.moderato.training;

import io.moderato.classify.CommentFeatures;

/**
 * How much cheaper a bucket's weight is made because it tells the outcomes apart: a constant plus the absolute log-count ratio of
 * naive Bayes, {@code |ln((p / |p|) / (q / |q|))|} with p and q the costs of the rows for and against the label that have the
 * bucket, each plus 1 (S. Wang and C. Manning, "Baselines and bigrams", 2012; interpolated as they advise).
 */
final class LogCountRatios {
  private LogCountRatios() {}

  /** By bucket. */
  static float[] scales(FeatureRows features, TrainingRows rows, double constant) {
    double[][] counts = new double[2][CommentFeatures.BUCKETS];
    double[] sums = {CommentFeatures.BUCKETS, CommentFeatures.BUCKETS};
    for (int i = 0; i < rows.size(); i++) {
      double pro = rows.costs()[i] * rows.targets()[i];
      double contra = rows.costs()[i] - pro;
      int[] row = features.row(rows.rows()[i]);
      for (int bucket : row) {
        counts[1][bucket] += pro;
        counts[0][bucket] += contra;
      }
      sums[1] += pro * row.length;
      sums[0] += contra * row.length;
    }
    float[] scales = new float[CommentFeatures.BUCKETS];
    for (int bucket = 0; bucket < scales.length; bucket++) {
      double ratio =
          Math.log((counts[1][bucket] + 1) / sums[1]) - Math.log((counts[0][bucket] + 1) / sums[0]);
      scales[bucket] = (float) (constant + Math.abs(ratio));
    }
    return scales;
  }
}
