package io.moderato.classify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.model.SerializableArtifact;

/**
 * All labels' linear models over {@link CommentFeatures}, evaluated in one pass: the weights of a bucket lie side by side, one
 * signed byte for each label, so that a feature costs one cache line. A label's margin is
 * {@code bias + sum of the weights of the text's n distinct buckets / sqrt(n)}: binary features, divided by their Euclidean
 * length. Labels are independent of each other: their probabilities do not add up to 1.
 *
 * <p>It is an OpenNLP model: {@code DoccatModel} stores it and {@code DocumentCategorizerME} runs it, with
 * {@link HashedFeatureGenerator} for the features. Immutable and thread-safe.
 */
public final class HashedLinearModel extends AbstractModel implements SerializableArtifact {
  private static final int STEPS = 127;

  private final List<Label> labels;
  private final byte[] weights;
  private final int stride;
  private final float[] scales;
  private final float[] biases;
  private final List<Calibration> calibrations;

  /**
   * A model of quantised weights.
   *
   * @param weights bucket by bucket, a byte for each label
   * @param scales by label, what a weight of 1 stands for
   * @param biases by label
   * @param calibrations by label
   */
  HashedLinearModel(
      List<Label> labels,
      byte[] weights,
      float[] scales,
      float[] biases,
      List<Calibration> calibrations) {
    super(new Context[0], new String[0], labels.stream().map(Label::name).toArray(String[]::new));
    if (weights.length != CommentFeatures.BUCKETS * labels.size()
        || scales.length != labels.size()
        || biases.length != labels.size()
        || calibrations.size() != labels.size()) {
      throw new IllegalArgumentException("each label needs weights, scale, bias and calibration");
    }
    this.labels = List.copyOf(labels);
    this.stride = labels.size();
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
    this.calibrations = List.copyOf(calibrations);
  }

  /**
   * Quantises trained weights: 8 bits, linear, the label's largest weight being 127. The margins are uncalibrated.
   *
   * @param weights by label, then by bucket; finite
   * @param biases by label
   */
  public static HashedLinearModel quantised(List<Label> labels, float[][] weights, float[] biases) {
    int stride = labels.size();
    byte[] bytes = new byte[CommentFeatures.BUCKETS * stride];
    float[] scales = new float[stride];
    for (int label = 0; label < stride; label++) {
      scales[label] = largest(weights[label]) / STEPS;
      for (int bucket = 0; bucket < CommentFeatures.BUCKETS; bucket++) {
        bytes[bucket * stride + label] = (byte) Math.round(weights[label][bucket] / scales[label]);
      }
    }
    var calibrations = labels.stream().map(label -> Calibration.identity()).toList();
    return new HashedLinearModel(labels, bytes, scales, biases.clone(), calibrations);
  }

  private static float largest(float[] weights) {
    float largest = Float.MIN_NORMAL; // so that a label without weights can be divided by it
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }

  /** The same weights with other calibrations, one for each label. */
  public HashedLinearModel calibrated(List<Calibration> others) {
    return new HashedLinearModel(labels, weights, scales, biases, others);
  }

  /** The labels, in the order of every array here. */
  public List<Label> labels() {
    return labels;
  }

  /** What the label's margin is for a text without features. */
  public double bias(int label) {
    return biases[label];
  }

  /** What the bucket adds to the label's margin, before it is divided by the length. */
  public double weight(int label, int bucket) {
    return weights[bucket * stride + label] * (double) scales[label];
  }

  /** How the label's margin becomes a probability. */
  public Calibration calibration(int label) {
    return calibrations.get(label);
  }

  /** Every label's raw margin. */
  public double[] margins(CommentFeatures features) {
    return margins(features.distinct(), features.distinctCount());
  }

  /** Every label's calibrated probability. */
  public double[] probabilities(CommentFeatures features) {
    return probabilities(margins(features));
  }

  /** The calibrated probabilities of margins, label by label. */
  public double[] probabilities(double[] margins) {
    double[] probabilities = new double[margins.length];
    for (int label = 0; label < margins.length; label++) {
      probabilities[label] = calibrations.get(label).probability(margins[label]);
    }
    return probabilities;
  }

  private double[] margins(int[] buckets, int count) {
    int[] sums = new int[stride];
    for (int i = 0; i < count; i++) {
      int row = buckets[i] * stride;
      for (int label = 0; label < sums.length; label++) {
        sums[label] += weights[row + label];
      }
    }
    double length = Math.sqrt(Math.max(count, 1));
    double[] margins = new double[stride];
    for (int label = 0; label < stride; label++) {
      margins[label] = biases[label] + sums[label] * (double) scales[label] / length;
    }
    return margins;
  }

  /**
   * Evaluates features by name, as OpenNLP does.
   *
   * @param context distinct bucket numbers, in decimal
   */
  @Override
  public double[] eval(String[] context) {
    int[] buckets = Arrays.stream(context).mapToInt(Integer::parseInt).toArray();
    return probabilities(margins(buckets, buckets.length));
  }

  @Override
  public double[] eval(String[] context, double[] probabilities) {
    double[] evaluated = eval(context);
    System.arraycopy(evaluated, 0, probabilities, 0, evaluated.length);
    return probabilities;
  }

  /** Features are present or not: their values do not matter. */
  @Override
  public double[] eval(String[] context, float[] values) {
    return eval(context);
  }

  @Override
  public Class<HashedLinearModelSerializer> getArtifactSerializerClass() {
    return HashedLinearModelSerializer.class;
  }

  /** The label's weights, quantised, bucket by bucket. */
  byte[] plane(int label) {
    byte[] plane = new byte[CommentFeatures.BUCKETS];
    for (int bucket = 0; bucket < plane.length; bucket++) {
      plane[bucket] = weights[bucket * stride + label];
    }
    return plane;
  }

  /** What a quantised weight of 1 stands for. */
  float scale(int label) {
    return scales[label];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HashedLinearModel that
        && labels.equals(that.labels)
        && Arrays.equals(weights, that.weights)
        && Arrays.equals(scales, that.scales)
        && Arrays.equals(biases, that.biases)
        && calibrations.equals(that.calibrations);
  }

  @Override
  public int hashCode() {
    return IntStream.of(labels.hashCode(), Arrays.hashCode(scales), Arrays.hashCode(biases))
        .reduce(1, (hash, part) -> 31 * hash + part);
  }
}
