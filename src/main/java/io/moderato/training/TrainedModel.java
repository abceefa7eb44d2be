package io.moderato.training;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import java.util.Map;

/**
 * What training makes.
 *
 * @param thresholds of each label, chosen on texts that the model which chose them had not seen
 */
record TrainedModel(HashedLinearModel model, Map<Label, Thresholds> thresholds) {
  TrainedModel {
    thresholds = Map.copyOf(thresholds);
  }
}
