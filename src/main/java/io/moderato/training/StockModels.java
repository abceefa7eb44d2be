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
 * Trains OpenNLP's stock document categoriser over words, one model for each label, on the same training part as the shipped
 * model, and measures it on the same tests. Soft targets become the majority's, and set weights are lost: the stock trainers know
 * neither.
 */
public final class StockModels {
  private static final String YES = "yes";
  private static final String NO = "no";

  private final Path data;
  private final Path out;
  private final long seed;
  private final BrokenRows broken;
  private final Consumer<String> progress;

  /**
   * Sets up a comparison.
   *
   * @param data folder of the data sets
   * @param out folder of models; they go into {@code <algorithm>/<label>.bin} there
   */
  public StockModels(Path data, Path out, long seed, BrokenRows broken, Consumer<String> progress) {
    this.data = data;
    this.out = out;
    this.seed = seed;
    this.broken = broken;
    this.progress = progress;
  }

  /** Trains every label of the recipe and measures each on every set that tells it. */
  public List<Evaluation> trainAndMeasure(StockAlgorithm algorithm) throws IOException {
    var base = Recipes.of("base");
    var sets = base.sets(DataSets.all());
    var corpus = Corpus.read(sets, data, seed, broken, progress);
    Path folder = Files.createDirectories(out.resolve(algorithm.toString()));
    List<Evaluation> evaluations = new ArrayList<>();
    for (var recipe : base.labels()) {
      Label label = recipe.label();
      progress.accept("Training %s with %s".formatted(label, algorithm));
      var model = train(corpus, label, algorithm);
      model.serialize(folder.resolve(label.name().toLowerCase(Locale.ROOT) + ".bin"));
      var categorizer = new DocumentCategorizerME(model);
      RowScorer scorer = (row, any) -> {
        String[] words = words(corpus.example(row));
        return words.length == 0 ? 0 : categorizer.categorize(words)[categorizer.getIndex(YES)];
      };
      evaluations.addAll(new Evaluator(corpus, scorer, List.of(label), Map.of()).perSet(sets));
    }
    return evaluations;
  }

  private static DoccatModel train(Corpus corpus, Label label, StockAlgorithm algorithm)
      throws IOException {
    int[] rows = corpus.rows(
        label,
        example -> example.split() == Split.TRAIN
            && corpus.set(example).use() == DataSet.Use.TRAIN
            && words(example).length > 0);
    var samples = Arrays.stream(rows)
        .mapToObj(row -> new DocumentSample(
            corpus.target(row, label) >= 0.5 ? YES : NO, words(corpus.example(row))))
        .toList();
    var parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm.opennlpName());
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put("PrintMessages", false);
    return DocumentCategorizerME.train(
        "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
  }

  private static String[] words(Example example) {
    return SimpleTokenizer.INSTANCE.tokenize(example.text().toLowerCase(Locale.ROOT));
  }
}
