package io.moderato.training;

import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that is trained and measured on: the sets, their examples, and the features of each example. */
public final class Corpus {
  private final Map<String, DataSet> sets;
  private final List<Example> examples;
  private final FeatureRows features;

  /** Extracts the features of all examples. */
  public Corpus(List<DataSet> sets, List<Example> examples) {
    this.sets = sets.stream().collect(Collectors.toMap(DataSet::name, Function.identity()));
    this.examples = List.copyOf(examples);
    this.features = FeatureRows.of(examples);
  }

  /**
   * Reads sets.
   *
   * @param folder that holds them
   * @param seed of the split
   * @param progress told of each set
   */
  public static Corpus read(
      List<DataSet> sets, Path folder, long seed, BrokenRows broken, Consumer<String> progress)
      throws IOException {
    List<Example> examples = new ArrayList<>();
    for (var set : sets) {
      var read = DataSets.read(set, folder, seed, broken);
      progress.accept("%-22s %,7d texts".formatted(set.name(), read.size()));
      examples.addAll(read);
    }
    return new Corpus(sets, examples);
  }

  /** The set an example comes from. */
  DataSet set(Example example) {
    var set = sets.get(example.set());
    if (set == null) {
      throw new IllegalArgumentException("no set is called " + example.set());
    }
    return set;
  }

  Example example(int row) {
    return examples.get(row);
  }

  FeatureRows features() {
    return features;
  }

  /** The rows of examples that tell a label and pass a filter, in the order read. */
  int[] rows(Label label, Predicate<Example> filter) {
    return rows(example -> example.targets().containsKey(label) && filter.test(example));
  }

  /** The rows of examples that pass a filter, in the order read. */
  int[] rows(Predicate<Example> filter) {
    return IntStream.range(0, examples.size())
        .filter(row -> filter.test(examples.get(row)))
        .toArray();
  }

  /** The row's target for a label that it tells. */
  double target(int row, Label label) {
    return examples.get(row).targets().getOrDefault(label, Double.NaN);
  }

  /** How many texts of a set are in a part. */
  long count(DataSet set, Split split) {
    return examples.stream()
        .filter(example -> example.set().equals(set.name()) && example.split() == split)
        .count();
  }
}
