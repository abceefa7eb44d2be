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
 * calibration on the calibration part of the reference sample. The same corpus, recipe and seed give the same scores.
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
  public HashedLinearModel train(Predicate<Example> allowed) {
    Predicate<Example> usable =
        example -> corpus.set(example).use() == DataSet.Use.TRAIN && allowed.test(example);
    var fitted = new EnumMap<Label, LinearWeights>(Label.class);
    for (var labelRecipe : recipe.labels()) {
      fitted.put(labelRecipe.label(), fit(labelRecipe, usable, fitted));
    }
    var labels = List.copyOf(fitted.keySet());
    var model = HashedLinearModel.quantised(
        labels,
        labels.stream().map(label -> weights(fitted, label).weights()).toArray(float[][]::new),
        intercepts(fitted, labels));
    return corrected(model.calibrated(calibrations(model, usable)), usable);
  }

  /** With corrections for the worst window, and calibrated again, since long texts have other margins then. */
  private HashedLinearModel corrected(HashedLinearModel model, Predicate<Example> usable) {
    var thresholds = new ThresholdChooser(corpus, model).choose();
    var corrected =
        model.corrected(new CorrectionChooser(corpus, model, thresholds, usable, seed).choose());
    return corrected.calibrated(calibrations(corrected, usable));
  }

  private LinearWeights fit(
      Recipe.LabelRecipe labelRecipe, Predicate<Example> usable, Map<Label, LinearWeights> fitted) {
    Label label = labelRecipe.label();
    int[] rows =
        corpus.rows(label, example -> example.split() == Split.TRAIN && usable.test(example));
    double[] targets =
        Arrays.stream(rows).mapToDouble(row -> corpus.target(row, label)).toArray();
    double[] costs = Arrays.stream(rows)
        .mapToDouble(row -> corpus.set(corpus.example(row)).weight() * labelRecipe.cost())
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
