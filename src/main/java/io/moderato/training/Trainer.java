package io.moderato.training;

import static java.util.Comparator.comparing;

import io.moderato.classify.Calibration;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains the one-pass model: a logistic regression for each label on the training part, eight bits for each weight, then a
 * calibration on the calibration part of the reference sample. At last the weights are learnt anew on both parts: the calibration is
 * that of a model which had not seen what it was calibrated on (as scikit-learn's {@code CalibratedClassifierCV} without an ensemble),
 * and no text but the tests is lost to learning. The same corpus, recipe and seed give the same scores.
 */
public final class Trainer {
  private final Corpus corpus;
  private final Recipe recipe;
  private final long seed;
  private final Consumer<String> progress;
  private final WordVectors vectors;

  public Trainer(Corpus corpus, Recipe recipe, long seed, Consumer<String> progress) {
    this.corpus = corpus;
    this.vectors = WordVectors.english();
    this.recipe = recipe;
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * Trains all labels of the recipe.
   *
   * @param allowed which examples may be used; of these, only sets whose licence allows it are
   */
  public TrainedModel train(Predicate<Example> allowed) {
    Predicate<Example> usable =
        example -> corpus.set(example).use() == DataSet.Use.TRAIN && allowed.test(example);
    progress.accept("On the training part, to be calibrated:");
    var first =
        calibrated(uncalibrated(usable.and(example -> example.split() == Split.TRAIN)), usable);
    progress.accept("On the training and calibration parts:");
    var last =
        uncalibrated(usable.and(example -> example.split() != Split.TEST)).calibratedAs(first);
    return new TrainedModel(last, new ThresholdChooser(corpus, first).choose());
  }

  private HashedLinearModel uncalibrated(Predicate<Example> lessons) {
    var fitted = new EnumMap<Label, LinearWeights>(Label.class);
    for (var labelRecipe : recipe.labels()) {
      fitted.put(labelRecipe.label(), fit(labelRecipe, lessons, fitted));
    }
    var labels = List.copyOf(fitted.keySet());
    return HashedLinearModel.quantised(
        labels,
        labels.stream().map(label -> weights(fitted, label).weights()).toArray(float[][]::new),
        intercepts(fitted, labels));
  }

  /** Also with corrections for the worst window, and then calibrated again, since long texts have other margins. */
  private HashedLinearModel calibrated(HashedLinearModel raw, Predicate<Example> usable) {
    var model = raw.calibrated(calibrations(raw, usable));
    var thresholds = new ThresholdChooser(corpus, model).choose();
    var corrected =
        model.corrected(new CorrectionChooser(corpus, model, thresholds, usable, seed).choose());
    return corrected.calibrated(calibrations(corrected, usable));
  }

  private LinearWeights fit(
      Recipe.LabelRecipe labelRecipe,
      Predicate<Example> lessons,
      Map<Label, LinearWeights> fitted) {
    Label label = labelRecipe.label();
    int[] rows = corpus.rows(label, lessons);
    double[] targets =
        Arrays.stream(rows).mapToDouble(row -> corpus.target(row, label)).toArray();
    double cost = labelRecipe.cost() * trainingShare(rows);
    double[] costs = Arrays.stream(rows)
        .mapToDouble(row -> corpus.set(corpus.example(row)).weight() * cost)
        .toArray();
    double[][] priors = labelRecipe.onTopOf().stream()
        .map(base -> weights(fitted, base))
        .map(known -> Arrays.stream(rows)
            .mapToDouble(row -> known.margin(corpus.features(), row))
            .toArray())
        .toArray(double[][]::new);
    progress.accept("%-8s %,7d texts, %,d with the label"
        .formatted(
            label,
            rows.length,
            Arrays.stream(targets).filter(target -> target >= 0.5).count()));
    var training = new TrainingRows(rows, targets, costs, groups(rows), priors);
    var scales = LogCountRatios.scales(corpus.features(), training, labelRecipe.constant());
    var own = new LogisticRegression(
            corpus.features(),
            training,
            scales,
            labelRecipe.groupScale(),
            labelRecipe.vectorScale() > 0 ? vectors : WordVectors.none(),
            labelRecipe.vectorScale())
        .fit(recipe.passes(), seed);
    return labelRecipe.onTopOf().stream()
        .map(base -> own.plus(weights(fitted, base)))
        .findFirst()
        .orElse(own);
  }

  /** The share of the training part: the more texts, the less each costs, so that margins are as large as those that were calibrated. */
  private double trainingShare(int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> corpus.example(row).split() == Split.TRAIN ? 1 : 0)
        .average()
        .orElse(1);
  }

  private static LinearWeights weights(Map<Label, LinearWeights> fitted, Label label) {
    var weights = fitted.get(label);
    if (weights == null) {
      throw new IllegalArgumentException("the recipe must train %s earlier".formatted(label));
    }
    return weights;
  }

  private static float[] intercepts(Map<Label, LinearWeights> fitted, List<Label> labels) {
    float[] intercepts = new float[labels.size()];
    for (int label = 0; label < intercepts.length; label++) {
      intercepts[label] = weights(fitted, labels.get(label)).intercept();
    }
    return intercepts;
  }

  private int[] groups(int[] rows) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      String group = corpus.set(corpus.example(rows[i])).group();
      Integer known = numbers.putIfAbsent(group, numbers.size());
      groups[i] = known == null ? numbers.size() - 1 : known;
    }
    return groups;
  }

  private List<Calibration> calibrations(HashedLinearModel model, Predicate<Example> usable) {
    var margins = new Margins(model, corpus);
    Predicate<Example> calibrating =
        example -> example.split() == Split.CALIBRATION && usable.test(example);
    List<Calibration> calibrations = new ArrayList<>();
    for (var each : inModelOrder()) {
      var fitted = Calibrator.fit(ReferenceSample.of(
          corpus, each.label(), each.rate(), calibrating, row -> margins.of(row, each.label())));
      calibrations.add(bent(fitted, each, calibrating, margins));
    }
    return calibrations;
  }

  private List<Recipe.LabelRecipe> inModelOrder() {
    return recipe.labels().stream().sorted(comparing(Recipe.LabelRecipe::label)).toList();
  }

  private Calibration bent(
      Calibration fitted,
      Recipe.LabelRecipe labelRecipe,
      Predicate<Example> calibrating,
      Margins margins) {
    var shares = labelRecipe.shares();
    if (shares == null) {
      return fitted;
    }
    int[] rows =
        corpus.rows(example -> example.set().equals(shares.set()) && calibrating.test(example));
    return shares.bend(
        fitted,
        Arrays.stream(rows)
            .mapToDouble(row -> margins.of(row, labelRecipe.label()))
            .toArray());
  }
}
