package io.moderato.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import io.moderato.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures a trained model, with the thresholds and the seed of its card. */
public final class EvaluateModel {
  private final Recipe recipe;
  private final HashedLinearModel model;
  private final Map<Label, Thresholds> thresholds;
  private final long seed;

  private EvaluateModel(
      Recipe recipe, HashedLinearModel model, Map<Label, Thresholds> thresholds, long seed) {
    this.recipe = recipe;
    this.model = model;
    this.thresholds = thresholds;
    this.seed = seed;
  }

  /**
   * Loads a shipped model.
   *
   * @param name one of {@link Recipes#names()}
   * @throws io.moderato.model.UnusableModelException if model or card are missing or damaged
   */
  public static EvaluateModel load(ModelStore store, String name, Path folder) throws IOException {
    var model = store.load(name).model();
    JsonNode card =
        new JsonMapper().readTree(folder.resolve(name).resolve("card.json").toFile());
    var thresholds = new EnumMap<Label, Thresholds>(Label.class);
    for (Label label : model.labels()) {
      var stated = card.path("labels").path(label.name()).path("thresholds");
      if (stated.isObject()) {
        thresholds.put(
            label,
            new Thresholds(stated.path("hold").asDouble(), stated.path("reject").asDouble()));
      }
    }
    return new EvaluateModel(
        Recipes.of(name), model, thresholds, card.path("seed").asLong());
  }

  /** On the test part of sets that it was trained on, and on all of the others that its labels are measured on. */
  public List<Evaluation> onPublicSets(
      List<DataSet> present, Path folder, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    var sets = recipe.sets(present);
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    return evaluator(corpus).perSet(sets);
  }

  /** Beside OpenNLP's own trainers, which are trained first: takes many minutes. */
  public Comparison compare(
      List<DataSet> present, Path folder, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    return new CompareModels(model, seed, progress).compare(recipe.sets(present), folder, broken);
  }

  /** On the user's own examples. */
  public List<Evaluation> onOwn(List<Example> examples) {
    var corpus = new Corpus(List.of(OwnExamples.SET), examples);
    return evaluator(corpus).perSet(List.of(OwnExamples.SET));
  }

  private Evaluator evaluator(Corpus corpus) {
    return new Evaluator(corpus, new Margins(model, corpus), model.labels(), thresholds);
  }
}
