package io.moderato.training;

import static java.util.Comparator.comparingLong;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.doccat.DocumentCategorizerME;

/**
 * Measures the shipped model beside OpenNLP's own trainers: the same texts, split and tests. How much CPU time each takes for a comment is measured on the same thousand texts of the tests, one after the
 * other, by one warm thread.
 */
final class CompareModels {
  private static final int TIMED_TEXTS = 1000;
  private static final int ROUNDS = 3;

  private final Recipe recipe;
  private final HashedLinearModel shipped;
  private final List<DataSet> sets;
  private final Corpus corpus;
  private final Consumer<String> progress;

  /** @param sets of the recipe, all of which the corpus holds */
  CompareModels(
      Recipe recipe,
      HashedLinearModel shipped,
      List<DataSet> sets,
      Corpus corpus,
      Consumer<String> progress) {
    this.recipe = recipe;
    this.shipped = shipped;
    this.sets = List.copyOf(sets);
    this.corpus = corpus;
    this.progress = progress;
  }

  /** A training to be done. */
  private record Training(Recipe.LabelRecipe label, StockAlgorithm algorithm, int[] rows) {
    double work() {
      return algorithm.work(rows.length);
    }
  }

  /** Trains every stock algorithm for some labels, and tells how long the rest will take after each. */
  Comparison compare(List<Label> labels) throws IOException {
    var stock = new StockModels(recipe, sets, corpus, progress);
    Map<Label, List<Comparison.Contender>> contenders = new LinkedHashMap<>();
    List<Training> trainings = new ArrayList<>();
    for (var each : recipe.labels()) {
      if (labels.contains(each.label())) {
        contenders.put(each.label(), new ArrayList<>(List.of(shipped(stock, each))));
        Stream.of(StockAlgorithm.values())
            .map(algorithm -> new Training(each, algorithm, stock.rows(each.label())))
            .forEach(trainings::add);
      }
    }
    var remaining =
        new RemainingTime(trainings.stream().mapToDouble(Training::work).sum());
    for (var training : trainings) {
      contenders
          .computeIfAbsent(training.label().label(), label -> new ArrayList<>())
          .add(train(stock, training));
      progress.accept(remaining.after(training.work()));
    }
    return new Comparison(contenders);
  }

  private Comparison.Contender train(StockModels stock, Training training) throws IOException {
    Label label = training.label().label();
    var model = stock.train(label, training.algorithm(), training.rows());
    var categorizer = new DocumentCategorizerME(model);
    return contender(
        "OpenNLP " + training.algorithm().title(),
        training.rows().length,
        training.algorithm().iterations(),
        microseconds(timed(label), text -> StockModels.score(categorizer, text)),
        stock.measure(training.label(), model));
  }

  private Comparison.Contender shipped(StockModels stock, Recipe.LabelRecipe label) {
    var features = new CommentFeatures();
    var worst = new WorstStretch();
    return contender(
        "shipped",
        stock.rows(label.label()).length,
        recipe.passes(),
        microseconds(timed(label.label()), text -> {
          features.extract(text, TextFormat.TEXT);
          shipped.probabilities(worst.margins(shipped, features));
        }),
        stock.evaluator(new Margins(shipped, corpus)).perSet(label, sets));
  }

  private Comparison.Contender contender(
      String name, int rows, int iterations, double microseconds, List<Evaluation> evaluations) {
    return new Comparison.Contender(
        name,
        rows,
        iterations,
        microseconds,
        bothWays(evaluations, names(DataSet.Use.TRAIN)::contains),
        bothWays(evaluations, names(DataSet.Use.MEASURE)::contains),
        bothWays(evaluations, set -> sets.stream().noneMatch(each -> each.name().equals(set))));
  }

  private Set<String> names(DataSet.Use use) {
    return sets.stream()
        .filter(set -> set.use() == use)
        .map(DataSet::name)
        .collect(Collectors.toSet());
  }

  private static List<Evaluation> bothWays(
      List<Evaluation> evaluations, Predicate<String> isWanted) {
    return evaluations.stream()
        .filter(each -> !Double.isNaN(each.auc()) && isWanted.test(each.set()))
        .toList();
  }

  /** Drawn by the hash of the text from the sets that tell the label both ways. */
  private List<String> timed(Label label) {
    return sets.stream()
        .filter(set -> set.toldBothWays().contains(label))
        .flatMap(set -> IntStream.of(corpus.rows(
                label,
                example -> example.set().equals(set.name()) && example.split() == Split.TEST))
            .mapToObj(corpus::example))
        .sorted(comparingLong(Example::key))
        .limit(TIMED_TEXTS)
        .map(Example::text)
        .toList();
  }

  /** CPU time for a text: the best of some rounds, since the first ones warm up. */
  private static double microseconds(List<String> texts, Consumer<String> score) {
    var clock = ManagementFactory.getThreadMXBean();
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long before = clock.getCurrentThreadCpuTime();
      texts.forEach(score);
      best = Math.min(best, (clock.getCurrentThreadCpuTime() - before) / 1e3 / texts.size());
    }
    return best;
  }
}
