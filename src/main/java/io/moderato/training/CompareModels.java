package io.moderato.training;

import io.moderato.classify.CommentFeatures;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.classify.WorstStretch;
import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DocumentCategorizerME;

/**
 * Measures the shipped model beside OpenNLP's own trainers: the same texts, split and tests. How much CPU time each takes for a
 * comment is measured on the same thousand texts, one after the other, by one warm thread.
 */
public final class CompareModels {
  private static final String SHIPPED = "shipped";
  private static final int TIMED_TEXTS = 1000;

  /** Those with the most data: all labels would take the stock trainers an hour. */
  private static final List<Label> COMPARED = List.of(Label.SPAM, Label.TOXIC);

  private static final int ROUNDS = 3;

  private final HashedLinearModel shipped;
  private final long seed;
  private final Consumer<String> progress;

  CompareModels(HashedLinearModel shipped, long seed, Consumer<String> progress) {
    this.shipped = shipped;
    this.seed = seed;
    this.progress = progress;
  }

  /** Trains every stock algorithm for the labels that are compared, and tells what each takes as soon as it is known. */
  Comparison compare(List<DataSet> sets, Path folder, BrokenRows broken) throws IOException {
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    var stock = new StockModels(sets, corpus, progress);
    var texts = IntStream.range(0, corpus.features().size())
        .filter(row -> corpus.example(row).split() == Split.TEST)
        .limit(TIMED_TEXTS)
        .mapToObj(row -> corpus.example(row).text())
        .toList();
    Map<String, List<Evaluation>> evaluations = new LinkedHashMap<>();
    Map<String, Double> microseconds = new LinkedHashMap<>();
    for (var algorithm : StockAlgorithm.values()) {
      List<Evaluation> ofAlgorithm = new ArrayList<>();
      double cpu = 0;
      for (Label label : COMPARED) {
        var model = stock.train(label, algorithm);
        ofAlgorithm.addAll(stock.measure(label, model));
        var categorizer = new DocumentCategorizerME(model);
        cpu += microseconds(texts, text -> StockModels.score(categorizer, text));
      }
      evaluations.put(algorithm.toString(), ofAlgorithm);
      microseconds.put(algorithm.toString(), cpu);
      progress.accept("%s is done: %.0f µs a comment".formatted(algorithm, cpu));
    }
    evaluations.put(
        SHIPPED,
        new Evaluator(corpus, new Margins(shipped, corpus), COMPARED, Map.of()).perSet(sets));
    var features = new CommentFeatures();
    var worst = new WorstStretch();
    microseconds.put(SHIPPED, microseconds(texts, text -> {
      features.extract(text, TextFormat.TEXT);
      shipped.probabilities(worst.margins(shipped, features));
    }));
    return new Comparison(evaluations, microseconds);
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
