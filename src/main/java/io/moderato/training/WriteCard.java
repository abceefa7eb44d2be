package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
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

/** Measures a trained model on all that there is to measure it on, and writes that beside it: a card for programs, a page and a plot for people. */
final class WriteCard {
  private static final String SPLIT =
      "70 % train, 15 % calibration and at last training, too, 15 % test, by SHA-256 of the normalised text and the seed";

  /** What no model must be used for: its card says it to whoever loads the model. */
  private static final List<String> NOT_FOR = List.of(
      "Punishing, reporting or profiling people: it judges one text, never its author.",
      "Deciding without a person where an error does harm that can't be undone.",
      "Finding threats, self-harm or crimes.",
      "Comparing groups of people by their scores.");

  private final Recipe recipe;
  private final List<DataSet> sets;
  private final Path data;
  private final Corpus corpus;
  private final long seed;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Sets up the measuring.
   *
   * @param sets of the recipe, all of which the corpus holds
   * @param data folder of the sets
   * @param clock tells the card's date
   */
  WriteCard(
      Recipe recipe,
      List<DataSet> sets,
      Path data,
      Corpus corpus,
      long seed,
      Clock clock,
      Consumer<String> progress) {
    this.recipe = recipe;
    this.sets = List.copyOf(sets);
    this.data = data;
    this.corpus = corpus;
    this.seed = seed;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Takes some minutes: for the figures "without the source" a model is trained without each source.
   *
   * @param folder holds the model's file
   * @param version {@code name@release}
   */
  ModelReport write(TrainedModel trained, Path folder, String version) throws IOException {
    progress.accept("Measuring");
    var report = report(
        trained, version, ModelStore.sha256(Files.readAllBytes(folder.resolve("model.bin"))));
    Files.writeString(folder.resolve("card.json"), CardJson.of(report));
    Files.writeString(folder.resolve("README.md"), ReportPage.of(report));
    Files.writeString(folder.resolve("reliability.svg"), ReliabilityPlot.of(report));
    return report;
  }

  private ModelReport report(TrainedModel trained, String version, String sha256)
      throws IOException {
    var model = trained.model();
    var thresholds = trained.thresholds();
    var evaluator = new Evaluator(corpus, new Margins(model, corpus), model.labels(), thresholds);
    return new ModelReport(
        recipe.name(),
        version,
        recipe.languages(),
        sha256,
        LocalDate.now(clock).toString(),
        CommentFeatures.VERSION,
        seed,
        SPLIT,
        recipe,
        recipe.limits(),
        NOT_FOR,
        labels(evaluator, thresholds, leftOut(thresholds)),
        sets.stream()
            .map(evaluator::goodComments)
            .filter(good -> good.texts() > 0)
            .toList(),
        new Robustness(corpus, model, thresholds, seed).measure(),
        setReports());
  }

  private List<Evaluation> leftOut(Map<Label, Thresholds> thresholds) {
    return sets.parallelStream()
        .filter(DataSet::leaveOut)
        .flatMap(set -> {
          progress.accept("Training without " + set.name());
          HashedLinearModel without = new Trainer(
                  corpus, recipe.only(set.toldBothWays()), seed, line -> {})
              .train(example -> !example.set().equals(set.name()))
              .model();
          var margins = new Margins(without, corpus);
          return new Evaluator(corpus, margins, without.labels(), thresholds).leftOut(set).stream();
        })
        .toList();
  }

  private Map<Label, LabelReport> labels(
      Evaluator evaluator, Map<Label, Thresholds> thresholds, List<Evaluation> leftOut) {
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
              evaluator.perSet(each, sets),
              leftOut.stream().filter(evaluation -> evaluation.label() == label).toList()));
    }
    return reports;
  }

  private List<SetReport> setReports() throws IOException {
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
}
