package io.moderato.training;

import io.moderato.classify.Calibration;
import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WindowCorrections;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits what a site would reject, label {@link Label#SITE}: a logistic regression over the features of the text and over the margins that the
 * base model gives its labels, so that what is known of comments at large is where the site's own taste begins. Since the base model is
 * linear too, the outcome is one linear model, which scores a text by itself. Its probabilities are calibrated on texts of the site that the fit
 * had not seen, part by part. The same lessons in the same order give the same model.
 */
public final class TasteTrainer {
  private static final long SEED = 1;
  private static final int PASSES = 8;
  private static final double CONSTANT = 0.5;
  private static final int FOLDS = 4;

  /** Margins of the base model count so much more than a single feature does. */
  private static final double PRIOR_SCALE = 0.5;

  private final HashedLinearModel base;
  private final List<Lesson> common;
  private final Runnable between;

  /** One that works without a rest. @param common what holds for any site, beside its own lessons in each fit */
  public TasteTrainer(HashedLinearModel base, List<Lesson> common) {
    this(base, common, () -> {});
  }

  /** @param between runs again and again, some microseconds of work apart, on the thread that trains */
  public TasteTrainer(HashedLinearModel base, List<Lesson> common, Runnable between) {
    this.base = base;
    this.common = List.copyOf(common);
    this.between = between;
  }

  /** Takes time and memory linear in the lessons; both outcomes must occur. */
  public HashedLinearModel train(List<Lesson> own) {
    var lessons = withCommon(own);
    var features = new FeatureRows(lessons.stream().map(Lesson::buckets).toArray(int[][]::new));
    double[][] priors = priors(features);
    List<Observation> unseen = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      var without = fit(lessons, features, priors, rows(lessons, each -> fold(each) != held));
      for (int row : rows(own, each -> fold(each) == held)) {
        observe(lessons.get(row), margin(without, features, priors, row), unseen);
      }
    }
    double[] platt = Calibrator.platt(unseen);
    return folded(fit(lessons, features, priors, rows(lessons, each -> true)))
        .calibrated(List.of(Calibration.platt(platt[0], platt[1])));
  }

  private static int fold(Lesson lesson) {
    return Math.floorMod(lesson.text(), FOLDS);
  }

  private List<Lesson> withCommon(List<Lesson> own) {
    return Stream.concat(own.stream(), common.stream()).toList();
  }

  /** Without calibration, for a fifth of the work. */
  public HashedLinearModel fit(List<Lesson> own) {
    var lessons = withCommon(own);
    var features = new FeatureRows(lessons.stream().map(Lesson::buckets).toArray(int[][]::new));
    return folded(fit(lessons, features, priors(features), rows(lessons, each -> true)));
  }

  /** Whether a model that was fitted finds it more likely than not that the text of these features is rejected. */
  public static boolean speaksAgainst(HashedLinearModel fitted, int[] buckets) {
    return fitted.calibration(0).logOdds(Margins.of(fitted, 0, buckets)) >= 0;
  }

  private double[][] priors(FeatureRows features) {
    double[][] priors = new double[base.labels().size()][features.size()];
    for (int label = 0; label < priors.length; label++) {
      for (int row = 0; row < features.size(); row++) {
        between.run();
        priors[label][row] = PRIOR_SCALE * Margins.of(base, label, features.row(row));
      }
    }
    return priors;
  }

  private static int[] rows(List<Lesson> lessons, Predicate<Lesson> wanted) {
    return IntStream.range(0, lessons.size())
        .filter(row -> wanted.test(lessons.get(row)))
        .toArray();
  }

  private LinearWeights fit(
      List<Lesson> lessons, FeatureRows features, double[][] priors, int[] rows) {
    var training = new TrainingRows(
        rows,
        IntStream.of(rows).mapToDouble(row -> lessons.get(row).target()).toArray(),
        IntStream.of(rows).mapToDouble(row -> lessons.get(row).weight()).toArray(),
        new int[rows.length],
        Arrays.stream(priors)
            .map(prior -> IntStream.of(rows).mapToDouble(row -> prior[row]).toArray())
            .toArray(double[][]::new));
    var scales = LogCountRatios.scales(features, training, CONSTANT);
    return new LogisticRegression(features, training, scales, 0).fit(PASSES, SEED, between);
  }

  private static double margin(
      LinearWeights fitted, FeatureRows features, double[][] priors, int row) {
    double margin = fitted.margin(features, row);
    for (int label = 0; label < priors.length; label++) {
      margin += fitted.priors()[label] * priors[label][row];
    }
    return margin;
  }

  private static void observe(Lesson lesson, double margin, List<Observation> observations) {
    observations.add(new Observation(margin, true, lesson.weight() * lesson.target()));
    observations.add(new Observation(margin, false, lesson.weight() * (1 - lesson.target())));
  }

  /** With the base model's weights taken in, each label's as the fit scaled its margin. */
  private HashedLinearModel folded(LinearWeights fitted) {
    float[] weights = fitted.weights().clone();
    double bias = fitted.intercept();
    for (int label = 0; label < base.labels().size(); label++) {
      double scale = PRIOR_SCALE * fitted.priors()[label];
      bias += scale * base.bias(label);
      for (int bucket = 0; bucket < CommentFeatures.BUCKETS; bucket++) {
        weights[bucket] += (float) (scale * base.weight(label, bucket));
      }
    }
    return HashedLinearModel.quantised(
            List.of(Label.SITE), new float[][] {weights}, new float[] {(float) bias})
        .corrected(
            WindowCorrections.assumed(1)); // else a long harmless text around would spare abuse
  }
}
