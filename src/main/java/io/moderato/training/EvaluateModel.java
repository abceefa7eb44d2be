package io.moderato.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageModels;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.model.ModelStore;
import io.moderato.model.StoredModel;
import io.moderato.phrase.PhraseClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures a trained model, with the thresholds and the seed of its card. */
public final class EvaluateModel {
  /** No score is that high. */
  private static final double NO_EVIDENCE = 2;

  private final Recipe recipe;
  private final Path models;
  private final StoredModel stored;
  private final Map<Label, Thresholds> thresholds;
  private final long seed;

  private EvaluateModel(
      Recipe recipe,
      Path models,
      StoredModel stored,
      Map<Label, Thresholds> thresholds,
      long seed) {
    this.recipe = recipe;
    this.models = models;
    this.stored = stored;
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
    var stored = store.load(name);
    var json = new JsonMapper();
    var card = json.readTree(folder.resolve(name).resolve("card.json").toFile());
    var phrases = json.readTree(EvaluateModel.class.getResource("/phrases/card.json"));
    var thresholds = new EnumMap<Label, Thresholds>(thresholds(phrases));
    thresholds.putAll(thresholds(card));
    return new EvaluateModel(
        Recipes.of(name), folder, stored, thresholds, card.path("seed").asLong());
  }

  /** What it scores. */
  public List<Label> labels() {
    return stored.model().labels();
  }

  /**
   * On the sample that stands for comments at large, on the test part of sets that it was trained on, on all of the others that its
   * labels are measured on, and on pools of them.
   */
  public List<Evaluation> onPublicSets(
      List<DataSet> present, Path folder, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    var sets = recipe.sets(present);
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    var evaluator = evaluator(corpus);
    return recipe.labels().stream()
        .flatMap(label -> Stream.concat(
            Stream.of(evaluator.onReference(label.label(), label.rate()))
                .filter(reference -> reference.texts() > 0),
            evaluator.perSet(label, sets).stream()))
        .toList();
  }

  /**
   * Beside OpenNLP's own trainers, which are trained first: takes some minutes.
   *
   * @param labels of the model
   */
  public Comparison compare(
      List<DataSet> present,
      Path folder,
      BrokenRows broken,
      List<Label> labels,
      Consumer<String> progress)
      throws IOException {
    var sets = recipe.sets(present);
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    return new CompareModels(recipe, stored.model(), sets, corpus, progress).compare(labels);
  }

  /**
   * Measures it anew at its card's thresholds, and writes card, page and plot again; trains nothing but the models without one source, and
   * leaves its file alone.
   */
  public void writeCard(
      List<DataSet> all, Path folder, BrokenRows broken, Clock clock, Consumer<String> progress)
      throws IOException {
    var sets = recipe.sets(all);
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    new WriteCard(recipe, sets, folder, corpus, seed, clock, progress)
        .write(
            new TrainedModel(stored.model(), thresholds),
            models.resolve(recipe.name()),
            stored.card().version());
  }

  /** Writes the texts of the same split with what the model scores, for other programs to be measured on. */
  public void writeRows(
      List<DataSet> present, Path folder, BrokenRows broken, Consumer<String> progress, Path file)
      throws IOException {
    var sets = recipe.sets(present);
    var corpus = Corpus.read(sets, folder, seed, broken, progress);
    new WriteRows(recipe, stored.model(), corpus).to(file, sets);
  }

  /** With the phrases beside the model, on a challenge set. */
  public List<ChallengeCategory> onChallenge(List<ChallengeComment> comments) {
    var classifier = new PhraseClassifier(
        new OpenNlpClassifier(new LanguageModels(stored.versioned(), List.of()), NO_EVIDENCE));
    return ChallengeCategory.of(comments, classifier, thresholds);
  }

  /** A label that is never rejected has no threshold for that. */
  private static Map<Label, Thresholds> thresholds(JsonNode card) {
    var thresholds = new EnumMap<Label, Thresholds>(Label.class);
    card.path("labels").properties().forEach(label -> {
      var stated = label.getValue().path("thresholds");
      if (stated.isObject()) {
        thresholds.put(
            Label.valueOf(label.getKey()),
            new Thresholds(stated.path("hold").asDouble(), stated.path("reject").asDouble(1)));
      }
    });
    return thresholds;
  }

  /** How it stands up to disguise, on the test part of the sets that it was trained on. */
  public Robustness.Report robustness(
      List<DataSet> present, Path folder, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    var corpus = Corpus.read(recipe.sets(present), folder, seed, broken, progress);
    return new Robustness(corpus, stored.model(), thresholds, seed).measure();
  }

  /** On the user's own examples. */
  public List<Evaluation> onOwn(List<Example> examples) {
    var corpus = new Corpus(List.of(OwnExamples.SET), examples);
    return evaluator(corpus).perSet(List.of(OwnExamples.SET));
  }

  private Evaluator evaluator(Corpus corpus) {
    var model = stored.model();
    return new Evaluator(corpus, new Margins(model, corpus), model.labels(), thresholds);
  }
}
