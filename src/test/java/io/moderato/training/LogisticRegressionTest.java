package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.moderato.classify.CommentFeatures;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogisticRegressionTest {
  private static final int FEATURES = 40;
  private static final int ROWS = 300;
  private static final double COST = 2;

  private final int[][] rows = new int[ROWS][];
  private final double[] targets = new double[ROWS];

  LogisticRegressionTest() {
    var random = new Random(7);
    for (int i = 0; i < ROWS; i++) {
      rows[i] =
          IntStream.range(0, FEATURES).filter(bucket -> random.nextInt(4) == 0).toArray();
      long speaking =
          Arrays.stream(rows[i]).filter(bucket -> bucket < FEATURES / 2).count();
      targets[i] = speaking * 2 + random.nextInt(3) > rows[i].length ? 1 : 0;
    }
  }

  @Test
  void finds_the_solution_that_liblinear_finds() {
    var ours = fit(targets, 400);

    var theirs =
        Linear.train(problem(), new Parameter(SolverType.L2R_LR, COST, 1e-8)).getFeatureWeights();

    for (int bucket = 0; bucket < FEATURES; bucket++) {
      assertThat(ours.weights()[bucket]).isEqualTo((float) theirs[bucket], within(0.002f));
    }
    assertThat(ours.intercept()).isEqualTo((float) theirs[FEATURES], within(0.002f));
  }

  @Test
  void gives_the_same_weights_for_the_same_seed() {
    assertThat(fit(targets, 5)).usingRecursiveComparison().isEqualTo(fit(targets, 5));
  }

  @Test
  void a_soft_target_draws_the_margin_between() {
    var half = new double[ROWS];
    Arrays.fill(half, 0.5);

    var fitted = fit(half, 50);

    assertThat(fitted.intercept()).isEqualTo(0, within(0.01f));
  }

  private LinearWeights fit(double[] towards, int passes) {
    double[] costs = new double[ROWS];
    Arrays.fill(costs, COST);
    float[] scales = new float[CommentFeatures.BUCKETS];
    Arrays.fill(scales, 1);
    var training = new TrainingRows(
        IntStream.range(0, ROWS).toArray(), towards, costs, new int[ROWS], new double[0][]);
    return new LogisticRegression(new FeatureRows(rows), training, scales, 0).fit(passes, 1);
  }

  private Problem problem() {
    var problem = new Problem();
    problem.l = ROWS;
    problem.n = FEATURES + 1;
    problem.y = Arrays.stream(targets).map(target -> 2 * target - 1).toArray();
    problem.x = new Feature[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      double value = 1 / Math.sqrt(Math.max(rows[i].length, 1));
      var nodes = IntStream.of(rows[i]).mapToObj(bucket -> new FeatureNode(bucket + 1, value));
      var bias = new FeatureNode(FEATURES + 1, 1); // as a feature, so that it is regularised too
      problem.x[i] = Stream.concat(nodes, Stream.of(bias)).toArray(Feature[]::new);
    }
    return problem;
  }
}
