package io.moderato.training;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Measures a model: on the test part of the sets it was trained on, and on all of each set it was not. Texts that also occur in a
 * set that was trained on are left out of the latter.
 */
public final class Evaluator {
  private final Corpus corpus;
  private final Margins margins;
  private final List<Label> labels;
  private final Map<Label, Thresholds> thresholds;
  private final Set<Long> known = new HashSet<>();

  public Evaluator(Corpus corpus, HashedLinearModel model, Map<Label, Thresholds> thresholds) {
    this.corpus = corpus;
    this.margins = new Margins(model, corpus.features());
    this.labels = model.labels();
    this.thresholds = Map.copyOf(thresholds);
    for (Label label : labels) {
      for (int row : corpus.rows(label, this::isTrainable)) {
        known.add(corpus.example(row).key());
      }
    }
  }

  /** Every label on every set that tells it, in the order of the sets. */
  public List<Evaluation> perSet(List<DataSet> sets) {
    List<Evaluation> evaluations = new ArrayList<>();
    for (Label label : labels) {
      for (var set : sets) {
        var observations = observations(set, label);
        if (!observations.isEmpty()) {
          evaluations.add(Evaluation.of(set.name(), label, observations, thresholds(label)));
        }
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
        row -> margins.probability(row, label));
    return Evaluation.of("reference", label, observations, thresholds(label));
  }

  private List<Observation> observations(DataSet set, Label label) {
    Predicate<Example> unseen = set.use() == DataSet.Use.TRAIN
        ? example -> example.split() == Split.TEST
        : example -> !known.contains(example.key());
    int[] rows =
        corpus.rows(label, example -> example.set().equals(set.name()) && unseen.test(example));
    return IntStream.of(rows)
        .mapToObj(row ->
            new Observation(margins.probability(row, label), corpus.target(row, label) >= 0.5, 1))
        .toList();
  }

  private Thresholds thresholds(Label label) {
    return thresholds.getOrDefault(label, new Thresholds(0.5, 0.9));
  }

  private boolean isTrainable(Example example) {
    return corpus.set(example).use() == DataSet.Use.TRAIN;
  }
}
