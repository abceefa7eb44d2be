package io.moderato.training;

import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains OpenNLP's stock document categoriser over words, one model for each label, on the same texts as the shipped
 * model, and measures it on the same tests. Soft targets become the majority's, and set weights are lost: the stock trainers know
 * neither.
 */
public final class StockModels {
  private static final String YES = "yes";
  private static final String NO = "no";

  private final Recipe recipe;
  private final List<DataSet> sets;
  private final Corpus corpus;
  private final Consumer<String> progress;

  /** A comparison on some sets, which the corpus holds. */
  StockModels(Recipe recipe, List<DataSet> sets, Corpus corpus, Consumer<String> progress) {
    this.recipe = recipe;
    this.sets = List.copyOf(sets);
    this.corpus = corpus;
    this.progress = progress;
  }

  /** A comparison on all known sets, read from a folder. */
  public static StockModels on(Path data, long seed, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    var recipe = Recipes.of("base");
    var sets = recipe.sets(DataSets.all());
    return new StockModels(recipe, sets, Corpus.read(sets, data, seed, broken, progress), progress);
  }

  /**
   * Trains every label of the recipe and measures each on every set that tells it.
   *
   * @param out folder of models; they go into {@code <algorithm>/<label>.bin} there
   */
  public List<Evaluation> trainAndMeasure(StockAlgorithm algorithm, Path out) throws IOException {
    Path folder = Files.createDirectories(out.resolve(algorithm.toString()));
    List<Evaluation> evaluations = new ArrayList<>();
    for (var each : recipe.labels()) {
      Label label = each.label();
      var model = train(label, algorithm, rows(label));
      model.serialize(folder.resolve(label.name().toLowerCase(Locale.ROOT) + ".bin"));
      evaluations.addAll(measure(each, model));
    }
    return evaluations;
  }

  /** The rows to train a label on. */
  int[] rows(Label label) {
    return corpus.rows(
        label,
        example -> example.split() != Split.TEST
            && corpus.set(example).use() == DataSet.Use.TRAIN
            && words(example.text()).length > 0);
  }

  DoccatModel train(Label label, StockAlgorithm algorithm, int[] rows) throws IOException {
    progress.accept(
        "Training %s with %s on %,d texts".formatted(label, algorithm.title(), rows.length));
    var samples = Arrays.stream(rows)
        .mapToObj(row -> new DocumentSample(
            corpus.target(row, label) >= 0.5 ? YES : NO,
            words(corpus.example(row).text())))
        .toList();
    var parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm.opennlpName());
    parameters.put(TrainingParameters.ITERATIONS_PARAM, algorithm.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("PrintMessages", false);
    return DocumentCategorizerME.train(
        "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
  }

  /** On every set that tells the label, and on its pools. */
  List<Evaluation> measure(Recipe.LabelRecipe label, DoccatModel model) {
    var categorizer = new DocumentCategorizerME(model);
    return evaluator((row, any) -> score(categorizer, corpus.example(row).text()))
        .perSet(label, sets);
  }

  /** Leaves out texts that any label of the recipe is trained on. */
  Evaluator evaluator(RowScorer scorer) {
    var labels = recipe.labels().stream().map(Recipe.LabelRecipe::label).toList();
    return new Evaluator(corpus, scorer, labels, Map.of());
  }

  /** The probability that a text has the label of the categoriser. */
  static double score(DocumentCategorizerME categorizer, String text) {
    String[] words = words(text);
    return words.length == 0 ? 0 : categorizer.categorize(words)[categorizer.getIndex(YES)];
  }

  private static String[] words(String text) {
    return SimpleTokenizer.INSTANCE.tokenize(text.toLowerCase(Locale.ROOT));
  }
}
