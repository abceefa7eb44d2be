package io.moderato.classify;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Models for tests: made up, never trained. */
public final class Models {
  private static final List<Label> MOST = List.of(Label.values()).subList(0, PackedRows.LABELS);

  private Models() {}

  /** As many labels as a model can have. */
  static Label[] mostLabels() {
    return MOST.toArray(Label[]::new);
  }

  /** Every weight drawn at random, about half of them 0: as costly as a trained model, and as full. */
  public static HashedLinearModel random(long seed, Label... labels) {
    var random = new Random(seed);
    float[][] weights = new float[labels.length][CommentFeatures.BUCKETS];
    float[] biases = new float[labels.length];
    for (int label = 0; label < labels.length; label++) {
      biases[label] = -2 - random.nextFloat();
      for (int bucket = 0; bucket < CommentFeatures.BUCKETS; bucket++) {
        weights[label][bucket] = random.nextBoolean() ? (float) random.nextGaussian() : 0;
      }
    }
    return HashedLinearModel.quantised(List.of(labels), weights, biases);
  }

  /** A model as the only one that serves, measured on English. */
  public static LanguageModels serving(HashedLinearModel model) {
    return new LanguageModels(new VersionedModel("base@1", model, Set.of("en")), List.of());
  }

  /** Knows a few folded words and nothing else. */
  public static HashedLinearModel knowing(Label label, double bias, Map<String, Double> words) {
    float[] weights = new float[CommentFeatures.BUCKETS];
    words.forEach((word, weight) -> weights[CommentFeatures.bucketOf(word)] += weight.floatValue());
    return HashedLinearModel.quantised(
        List.of(label), new float[][] {weights}, new float[] {(float) bias});
  }
}
