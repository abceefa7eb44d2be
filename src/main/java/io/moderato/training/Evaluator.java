package io.moderato.training;

import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures a model: on the test part of the sets it was trained on, and on all of each set it was not. Texts that also occur in a
 * set that was trained on are left out of the latter.
 */
public final class Evaluator {
  private final Corpus corpus;
  private final RowScorer scorer;
  private final List<Label> labels;
  private final Map<Label, Thresholds> thresholds;
  private final Set<Long> known = new HashSet<>();

  Evaluator(
      Corpus corpus, RowScorer scorer, List<Label> labels, Map<Label, Thresholds> thresholds) {
    this.corpus = corpus;
    this.scorer = scorer;
    this.labels = List.copyOf(labels);
    this.thresholds = Map.copyOf(thresholds);
    for (Label label : labels) {
      for (int row : corpus.rows(label, this::isTrainable)) {
        known.add(corpus.example(row).key());
      }
    }
  }

  /** Every label on every set that tells it, in the order of the sets. */
  public List<Evaluation> perSet(List<DataSet> sets) {
    return labels.stream().flatMap(label -> perSet(label, sets).stream()).toList();
  }

  /** The recipe's label on every set that tells it, then on its pools, as far as all of a pool's sets are there. */
  List<Evaluation> perSet(Recipe.LabelRecipe recipe, List<DataSet> sets) {
    var evaluations = new ArrayList<>(perSet(recipe.label(), sets));
    recipe.pools().forEach((name, members) -> {
      var pool = sets.stream().filter(set -> members.contains(set.name())).toList();
      if (pool.size() == members.size()) {
        var observations = pool.stream()
            .flatMap(set -> observations(set, recipe.label(), unseen(set)).stream())
            .toList();
        evaluations.add(
            Evaluation.of(name, recipe.label(), observations, thresholds(recipe.label())));
      }
    });
    return evaluations;
  }

  private List<Evaluation> perSet(Label label, List<DataSet> sets) {
    List<Evaluation> evaluations = new ArrayList<>();
    for (var set : sets) {
      var observations = observations(set, label, unseen(set));
      if (!observations.isEmpty()) {
        evaluations.add(Evaluation.of(set.name(), label, observations, thresholds(label)));
      }
    }
    return evaluations;
  }

  /** A label on the test part of the sample that stands for comments at large. */
  public Evaluation onReference(Label label, double rate) {
    var observations = ReferenceSample.of(
        corpus,
        label,
        rate,
        example -> isTrainable(example) && example.split() == Split.TEST,
        row -> scorer.probability(row, label));
    return Evaluation.of("reference", label, observations, thresholds(label));
  }

  /** Every label that a set tells both ways, on all of it, for a model that was not trained on the set. */
  List<Evaluation> leftOut(DataSet set) {
    return labels.stream()
        .filter(set.toldBothWays()::contains)
        .map(label -> Evaluation.of(
            set.name(), label, observations(set, label, example -> true), thresholds(label)))
        .toList();
  }

  /** What happens to a set's good comments: those of which no label is known to hold, and TOXIC or SPAM is known not to. */
  GoodComments goodComments(DataSet set) {
    var unseen = unseen(set);
    int[] rows = corpus.rows(example -> example.set().equals(set.name())
        && unseen.test(example)
        && example.targets().values().stream().allMatch(target -> target < 0.5));
    return new GoodComments(
        set.name(), rows.length, count(rows, Thresholds::hold), count(rows, Thresholds::reject));
  }

  private int count(int[] rows, ToDoubleFunction<Thresholds> threshold) {
    return (int) IntStream.of(rows)
        .filter(row -> labels.stream()
            .anyMatch(label ->
                scorer.probability(row, label) >= threshold.applyAsDouble(thresholds(label))))
        .count();
  }

  /** Which examples of a set a model is measured on: of a set that it was trained on the test part. */
  Predicate<Example> unseen(DataSet set) {
    return set.use() == DataSet.Use.TRAIN
        ? example -> example.split() == Split.TEST
        : example -> !known.contains(example.key());
  }

  private List<Observation> observations(DataSet set, Label label, Predicate<Example> filter) {
    int[] rows =
        corpus.rows(label, example -> example.set().equals(set.name()) && filter.test(example));
    return IntStream.of(rows)
        .mapToObj(row ->
            new Observation(scorer.probability(row, label), corpus.target(row, label) >= 0.5, 1))
        .toList();
  }

  private Thresholds thresholds(Label label) {
    return thresholds.getOrDefault(label, Thresholds.DEFAULT);
  }

  private boolean isTrainable(Example example) {
    return corpus.set(example).use() == DataSet.Use.TRAIN;
  }
}
