package io.moderato.classify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
 * length. Labels are independent of each other: their probabilities do not add up to 1. {@link WorstStretch} judges long texts
 * by their windows, too, which OpenNLP does not.
 *
 * <p>It is an OpenNLP model: {@code DoccatModel} stores it and {@code DocumentCategorizerME} runs it, with
 * {@link HashedFeatureGenerator} for the features. Immutable and thread-safe.
 */
public final class HashedLinearModel extends AbstractModel implements SerializableArtifact {
  private static final int STEPS = 127;
  private static final VarHandle ROWS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<Label> labels;
  private final byte[] weights;
  private final int stride;
  private final float[] scales;
  private final float[] biases;
  private final List<Calibration> calibrations;
  private final WindowCorrections corrections;

  /**
   * A model of quantised weights.
   *
   * @param labels at most {@link PackedRows#LABELS}
   * @param weights bucket by bucket, a byte for each label; {@link #bytes} of them, of which the last mean nothing
   * @param scales by label, what a weight of 1 stands for
   * @param biases by label
   * @param calibrations by label
   * @param corrections of the worst window of a long text, by label
   */
  HashedLinearModel(
      List<Label> labels,
      byte[] weights,
      float[] scales,
      float[] biases,
      List<Calibration> calibrations,
      WindowCorrections corrections) {
    super(new Context[0], new String[0], labels.stream().map(Label::name).toArray(String[]::new));
    if (labels.size() > PackedRows.LABELS) {
      throw new IllegalArgumentException(
          "a model scores at most %d labels, were %d".formatted(PackedRows.LABELS, labels.size()));
    }
    if (weights.length != bytes(labels.size())
        || scales.length != labels.size()
        || biases.length != labels.size()
        || calibrations.size() != labels.size()
        || corrections.labels() != labels.size()) {
      throw new IllegalArgumentException(
          "each label needs weights, scale, bias, calibration and corrections");
    }
    this.labels = List.copyOf(labels);
    this.stride = labels.size();
    this.weights = weights;
    this.scales = scales;
    this.biases = biases;
    this.calibrations = List.copyOf(calibrations);
    this.corrections = corrections;
  }

  /**
   * Quantises trained weights: 8 bits, linear, the label's largest weight being 127. The margins are uncalibrated, and no window counts.
   *
   * @param weights by label, then by bucket; finite
   * @param biases by label
   */
  public static HashedLinearModel quantised(List<Label> labels, float[][] weights, float[] biases) {
    int stride = labels.size();
    byte[] bytes = new byte[bytes(stride)];
    float[] scales = new float[stride];
    for (int label = 0; label < stride; label++) {
      scales[label] = largest(weights[label]) / STEPS;
      for (int bucket = 0; bucket < CommentFeatures.BUCKETS; bucket++) {
        bytes[bucket * stride + label] = (byte) Math.round(weights[label][bucket] / scales[label]);
      }
    }
    var calibrations = labels.stream().map(label -> Calibration.identity()).toList();
    return new HashedLinearModel(
        labels, bytes, scales, biases.clone(), calibrations, WindowCorrections.never(stride));
  }

  /** How long an array of weights is: a row is read as a whole word, also the last one. */
  static int bytes(int labels) {
    return CommentFeatures.BUCKETS * labels + PackedRows.LABELS;
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
    return new HashedLinearModel(labels, weights, scales, biases, others, corrections);
  }

  /** The same weights with calibrations and corrections of another model of the same labels. */
  public HashedLinearModel calibratedAs(HashedLinearModel other) {
    return new HashedLinearModel(
        labels, weights, scales, biases, other.calibrations, other.corrections);
  }

  /** The same weights with other corrections of the worst window. */
  public HashedLinearModel corrected(WindowCorrections others) {
    return new HashedLinearModel(labels, weights, scales, biases, calibrations, others);
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

  /** What is taken off the margin of a long text's worst window. */
  public WindowCorrections corrections() {
    return corrections;
  }

  /** Every label's raw margin for the text as a whole. */
  public double[] margins(CommentFeatures features) {
    return margins(features.distinct(), features.distinctCount());
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
    for (int from = 0; from < count; from += PackedRows.MOST) {
      int end = Math.min(from + PackedRows.MOST, count);
      long even = 0;
      long odd = 0;
      for (int i = from; i < end; i++) {
        long row = row(buckets[i]);
        even += PackedRows.even(row);
        odd += PackedRows.odd(row);
      }
      PackedRows.unpack(even, odd, end - from, sums, 0, stride);
    }
    double length = length(count);
    double[] margins = new double[stride];
    for (int label = 0; label < stride; label++) {
      margins[label] = margin(label, sums[label], length);
    }
    return margins;
  }

  /** The bucket's quantised weights, a byte for each label, the first one lowest; what lies above the last one means nothing. */
  long row(int bucket) {
    return (long) ROWS.get(weights, bucket * stride);
  }

  /** What the sum of the weights of so many distinct buckets is divided by. */
  static double length(int count) {
    return Math.sqrt(Math.max(count, 1));
  }

  /** The label's margin for a text of a {@link #length}, of which the quantised weights add up to a sum. */
  double margin(int label, int sum, double length) {
    return biases[label] + sum * (double) scales[label] / length;
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
        && calibrations.equals(that.calibrations)
        && corrections.equals(that.corrections);
  }

  @Override
  public int hashCode() {
    return IntStream.of(labels.hashCode(), Arrays.hashCode(scales), Arrays.hashCode(biases))
        .reduce(1, (hash, part) -> 31 * hash + part);
  }
}
