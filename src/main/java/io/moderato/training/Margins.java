package io.moderato.training;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;

/** A served model's margins and probabilities for the rows of a corpus, computed from their stored features. */
final class Margins implements RowScorer {
  private final HashedLinearModel model;
  private final FeatureRows features;

  Margins(HashedLinearModel model, FeatureRows features) {
    this.model = model;
    this.features = features;
  }

  double of(int row, Label label) {
    return of(model, model.labels().indexOf(label), features.row(row));
  }

  /** The margin that a model gives its label of that number for a text of these distinct features. */
  static double of(HashedLinearModel model, int label, int[] buckets) {
    double sum = 0;
    for (int bucket : buckets) {
      sum += model.weight(label, bucket);
    }
    return model.bias(label) + sum / Math.sqrt(Math.max(buckets.length, 1));
  }

  @Override
  public double probability(int row, Label label) {
    return model.calibration(model.labels().indexOf(label)).probability(of(row, label));
  }
}
