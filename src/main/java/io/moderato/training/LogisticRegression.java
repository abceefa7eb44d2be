package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import java.util.Arrays;
import java.util.Random;

/**
 * L2-regularised logistic regression by coordinate descent in the dual (H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models", 2011): the algorithm of LIBLINEAR's solver 7, whose
 * solution it finds (a test compares them). It exists because LIBLINEAR knows neither costs for single rows nor targets between
 * 0 and 1, and takes six times the memory: an object for each feature.
 *
 * <p>It minimises {@code |w|²/2 + Σ cost x cross-entropy(target, margin)} where a row's margin is
 * {@code Σ scale(j) w(j) / √n} over its n buckets j, plus an intercept, plus the same again with weights and intercept of its group's own,
 * made dearer by {@code groupScale}, plus each of its prior margins times a coefficient. The groups' own weights take in what is peculiar
 * to a source, its topics above all, and are thrown away: what all sources share remains (H. Daumé, "Frustratingly easy domain
 * adaptation", 2007). The words' {@link WordVectors} are features too, shared by all groups, and are folded into the weights of
 * the words at the end. A soft target is two rows, one of each outcome. Deterministic for a seed.
 */
final class LogisticRegression {
  private static final double SMALLEST_DUAL = 1e-8;
  /** A smaller part of a row's cost is not worth touching all its weights. */
  private static final double SMALLEST_CHANGE = 1e-4;

  private static final double NEWTON_PRECISION = 1e-5;
  private static final int NEWTON_STEPS = 60;
  private static final double FARTHEST_LOGIT = 60;

  private final FeatureRows features;
  private final TrainingRows rows;
  private final float[] scales;
  private final double groupScale;
  private final WordVectors vectors;
  private final double vectorScale;

  private final float[][] vectorsOfRows;
  private final double[] vectorWeights;
  private final double[] weights = new double[CommentFeatures.BUCKETS];
  private final float[][] groupWeights;
  private final double[] groupIntercepts;
  private double intercept;
  private final double[] priorWeights;

  /** Sets up a training without vectors of words. */
  LogisticRegression(FeatureRows features, TrainingRows rows, float[] scales, double groupScale) {
    this(features, rows, scales, groupScale, WordVectors.none(), 0);
  }

  /**
   * Sets up a training.
   *
   * @param scales by bucket; a larger one makes the bucket's weight cheaper
   * @param groupScale the same for the groups' own weights and intercepts, beside the shared ones
   * @param vectorScale the same for the weights of the vectors
   */
  LogisticRegression(
      FeatureRows features,
      TrainingRows rows,
      float[] scales,
      double groupScale,
      WordVectors vectors,
      double vectorScale) {
    this.features = features;
    this.rows = rows;
    this.scales = scales;
    this.groupScale = groupScale;
    this.vectors = vectors;
    this.vectorScale = vectorScale;
    this.vectorWeights = new double[vectors.dimensions()];
    this.vectorsOfRows = Arrays.stream(rows.rows())
        .mapToObj(row -> vectors.of(features.row(row)))
        .toArray(float[][]::new);
    this.groupWeights = new float[rows.groupCount()][CommentFeatures.BUCKETS];
    this.groupIntercepts = new double[rows.groupCount()];
    this.priorWeights = new double[rows.priors().length];
  }

  /** The model after a number of passes over all rows. */
  LinearWeights fit(int passes, long seed) {
    return fit(passes, seed, () -> {});
  }

  /** @param between runs again and again, some microseconds of work apart */
  LinearWeights fit(int passes, long seed, Runnable between) {
    int size = rows.size();
    double[] squares = new double[size];
    double[][] duals = new double[2][size]; // [0] speaks against the label, [1] for it
    for (int i = 0; i < size; i++) {
      squares[i] = square(i);
      for (int side = 0; side < 2; side++) {
        duals[side][i] = Math.min(0.001 * cost(i, side), SMALLEST_DUAL);
        add(i, sign(side) * duals[side][i]);
      }
    }
    int[] order = new int[2 * size];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    var random = new Random(seed);
    for (int pass = 0; pass < passes; pass++) {
      shuffle(order, random);
      for (int each : order) {
        between.run();
        int i = each >> 1;
        int side = each & 1;
        double cost = cost(i, side);
        if (cost > 0) {
          double dual = duals[side][i];
          double better = minimiser(dual, cost, squares[i], sign(side) * margin(i));
          if (Math.abs(better - dual) > SMALLEST_CHANGE * cost) {
            duals[side][i] = better;
            add(i, sign(side) * (better - dual));
          }
        }
      }
    }
    return folded();
  }

  private double cost(int i, int side) {
    return rows.costs()[i] * (side == 1 ? rows.targets()[i] : 1 - rows.targets()[i]);
  }

  private static int sign(int side) {
    return 2 * side - 1;
  }

  /** The row's squared length. */
  private double square(int i) {
    int[] row = features.row(rows.rows()[i]);
    double sum = 0;
    for (int bucket : row) {
      sum += scales[bucket] * scales[bucket];
    }
    double shared = sum / Math.max(row.length, 1) + 1;
    double square = shared * (1 + groupScale * groupScale);
    for (float each : vectorsOfRows[i]) {
      square += each * each * vectorScale * vectorScale;
    }
    for (double[] prior : rows.priors()) {
      square += prior[i] * prior[i];
    }
    return square;
  }

  private double margin(int i) {
    int[] row = features.row(rows.rows()[i]);
    int group = rows.groups()[i];
    float[] own = groupWeights[group];
    double sum = 0;
    for (int bucket : row) {
      sum += (weights[bucket] + groupScale * own[bucket]) * scales[bucket];
    }
    double margin =
        sum / Math.sqrt(Math.max(row.length, 1)) + intercept + groupScale * groupIntercepts[group];
    float[] vector = vectorsOfRows[i];
    for (int k = 0; k < vector.length; k++) {
      margin += vectorScale * vectorWeights[k] * vector[k];
    }
    for (int prior = 0; prior < priorWeights.length; prior++) {
      margin += priorWeights[prior] * rows.priors()[prior][i];
    }
    return margin;
  }

  private void add(int i, double amount) {
    int[] row = features.row(rows.rows()[i]);
    int group = rows.groups()[i];
    float[] own = groupWeights[group];
    double each = amount / Math.sqrt(Math.max(row.length, 1));
    for (int bucket : row) {
      double change = each * scales[bucket];
      weights[bucket] += change;
      own[bucket] += (float) (change * groupScale);
    }
    float[] vector = vectorsOfRows[i];
    for (int k = 0; k < vector.length; k++) {
      vectorWeights[k] += amount * vectorScale * vector[k];
    }
    intercept += amount;
    groupIntercepts[group] += amount * groupScale;
    for (int prior = 0; prior < priorWeights.length; prior++) {
      priorWeights[prior] += amount * rows.priors()[prior][i];
    }
  }

  /**
   * The dual variable z in (0, cost) at which {@code square (z - dual) + margin + ln(z / (cost - z))} is 0: Newton's method in
   * t = ln(z / (cost - z)), kept inside a shrinking bracket.
   */
  private static double minimiser(double dual, double cost, double square, double margin) {
    double low = -FARTHEST_LOGIT;
    double high = FARTHEST_LOGIT;
    double logit = Math.min(Math.max(Math.log(dual / (cost - dual)), low), high);
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double z = cost / (1 + Math.exp(-logit));
      double gradient = square * (z - dual) + margin + logit;
      if (gradient > 0) {
        high = logit;
      } else {
        low = logit;
      }
      double next = logit - gradient / (square * z * (cost - z) / cost + 1);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      double moved = Math.abs(next - logit);
      logit = next;
      if (moved < NEWTON_PRECISION) {
        break;
      }
    }
    double z = cost / (1 + Math.exp(-logit));
    return Math.min(Math.max(z, Double.MIN_NORMAL), cost * (1 - 1e-12));
  }

  private LinearWeights folded() {
    float[] folded = new float[weights.length];
    for (int bucket = 0; bucket < folded.length; bucket++) {
      folded[bucket] = (float) (weights[bucket] * scales[bucket]);
    }
    double[] worth =
        Arrays.stream(vectorWeights).map(each -> each * vectorScale).toArray();
    vectors.fold(worth, folded);
    return new LinearWeights(folded, (float) intercept, priorWeights.clone());
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
