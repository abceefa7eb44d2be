package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rebuilds the shipped models from the public data sets, each with its card and its readable report. */
public final class TrainModels {
  private static final String SPLIT =
      "70 % train, 15 % calibration, 15 % test, by SHA-256 of the normalised text and the seed";

  /** What no model must be used for: its card says it to whoever loads the model. */
  private static final List<String> NOT_FOR = List.of(
      "Punishing, reporting or profiling people: it judges one text, never its author.",
      "Deciding without a person where an error does harm that can't be undone.",
      "Finding threats, self-harm or crimes.",
      "Comparing groups of people by their scores.");

  private final Path data;
  private final Path out;
  private final String release;
  private final long seed;
  private final BrokenRows broken;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Sets up a training.
   *
   * @param data folder of the data sets
   * @param out folder of models; each goes into its own folder there
   * @param release that the cards state
   * @param clock tells the card's date
   */
  public TrainModels(
      Path data,
      Path out,
      String release,
      long seed,
      BrokenRows broken,
      Clock clock,
      Consumer<String> progress) {
    this.data = data;
    this.out = out;
    this.release = release;
    this.seed = seed;
    this.broken = broken;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Trains, measures and writes one model; takes a few minutes at most.
   *
   * @param name one of {@link Recipes#names()}
   */
  public ModelReport train(String name) throws IOException {
    var recipe = Recipes.of(name);
    var sets = recipe.sets(DataSets.all());
    progress.accept("Model %s: reading the data sets".formatted(name));
    var corpus = Corpus.read(sets, data, seed, broken, progress);
    progress.accept("Model %s: training".formatted(name));
    var model = new Trainer(corpus, recipe, seed, progress).train(example -> true);
    Path folder = Files.createDirectories(out.resolve(name));
    Path file = folder.resolve("model.bin");
    HashedModelFile.write(model, recipe.languages().get(0), file);
    progress.accept("Measuring");
    var thresholds = new ThresholdChooser(corpus, model).choose();
    var evaluator = new Evaluator(corpus, new Margins(model, corpus), model.labels(), thresholds);
    var leftOut = leftOut(corpus, sets, recipe, thresholds);

    var report = report(
        model,
        ModelStore.sha256(Files.readAllBytes(file)),
        recipe,
        labels(recipe, evaluator, thresholds, sets, leftOut),
        sets.stream()
            .map(evaluator::goodComments)
            .filter(good -> good.texts() > 0)
            .toList(),
        setReports(corpus, sets));
    Files.writeString(folder.resolve("card.json"), CardJson.of(report));
    Files.writeString(folder.resolve("README.md"), ReportPage.of(report));
    Files.writeString(folder.resolve("reliability.svg"), ReliabilityPlot.of(report));
    return report;
  }

  private List<Evaluation> leftOut(
      Corpus corpus, List<DataSet> sets, Recipe recipe, Map<Label, Thresholds> thresholds) {
    return sets.parallelStream()
        .filter(DataSet::leaveOut)
        .flatMap(set -> {
          progress.accept("Training without " + set.name());
          HashedLinearModel without = new Trainer(
                  corpus, recipe.only(set.toldBothWays()), seed, line -> {})
              .train(example -> !example.set().equals(set.name()));
          var margins = new Margins(without, corpus);
          return new Evaluator(corpus, margins, without.labels(), thresholds).leftOut(set).stream();
        })
        .toList();
  }

  private static Map<Label, LabelReport> labels(
      Recipe recipe,
      Evaluator evaluator,
      Map<Label, Thresholds> thresholds,
      List<DataSet> sets,
      List<Evaluation> leftOut) {
    var perSet = evaluator.perSet(sets);
    var reports = new EnumMap<Label, LabelReport>(Label.class);
    for (var each : recipe.labels()) {
      Label label = each.label();
      reports.put(
          label,
          new LabelReport(
              "learnt",
              each.languages(),
              each.rate(),
              thresholds.getOrDefault(label, Thresholds.DEFAULT),
              evaluator.onReference(label, each.rate()),
              perSet.stream().filter(evaluation -> evaluation.label() == label).toList(),
              leftOut.stream().filter(evaluation -> evaluation.label() == label).toList()));
    }
    return reports;
  }

  private List<SetReport> setReports(Corpus corpus, List<DataSet> sets) throws IOException {
    List<SetReport> reports = new ArrayList<>();
    for (var set : sets) {
      boolean trained = set.use() == DataSet.Use.TRAIN;
      long train = trained ? corpus.count(set, Split.TRAIN) : 0;
      long calibration = trained ? corpus.count(set, Split.CALIBRATION) : 0;
      long all = corpus.count(set, Split.TRAIN)
          + corpus.count(set, Split.CALIBRATION)
          + corpus.count(set, Split.TEST);
      reports.add(new SetReport(
          set.name(),
          set.origin(),
          set.source(),
          set.licence(),
          set.use(),
          set.file(),
          ModelStore.sha256(DataSets.bytes(set, data)),
          train,
          calibration,
          all - train - calibration));
    }
    return reports;
  }

  private ModelReport report(
      HashedLinearModel model,
      String sha256,
      Recipe recipe,
      Map<Label, LabelReport> labels,
      List<GoodComments> goodComments,
      List<SetReport> dataSets) {
    progress.accept("Labels: " + model.labels());
    return new ModelReport(
        recipe.name(),
        recipe.name() + "@" + release,
        recipe.languages(),
        sha256,
        LocalDate.now(clock).toString(),
        CommentFeatures.VERSION,
        seed,
        SPLIT,
        recipe,
        recipe.limits(),
        NOT_FOR,
        labels,
        goodComments,
        dataSets);
  }
}
