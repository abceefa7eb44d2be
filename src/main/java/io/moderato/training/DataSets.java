package io.moderato.training;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.moderato.classify.Label;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The public data sets that are known, described in {@code training/data-sets.yaml}, and how they are read. */
public final class DataSets {
  /** Shorter rests of a text tell nothing. */
  private static final int FEWEST_WORDS = 5;

  private DataSets() {}

  /** Every known set. */
  public static List<DataSet> all() {
    try (var in = DataSets.class.getResourceAsStream("/training/data-sets.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<List<DataSet>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("data-sets.yaml can't be read", e);
    }
  }

  /** The files of the sets that are missing in a folder, so that all can be named at once. */
  public static List<String> missing(List<DataSet> sets, Path folder) {
    return sets.stream()
        .filter(set -> !set.isShipped())
        .map(DataSet::file)
        .distinct()
        .filter(file -> !Files.isRegularFile(folder.resolve(file)))
        .toList();
  }

  /**
   * Reads a set.
   *
   * @param folder holds the sets, laid out as {@code models/README.md} says
   * @param seed of the split
   */
  public static List<Example> read(DataSet set, Path folder, long seed, BrokenRows broken)
      throws IOException {
    List<Example> examples = new ArrayList<>();
    var file = new ByteArrayInputStream(bytes(set, folder));
    TsvFile.read(folder.resolve(set.file()), file, broken, row -> {
      if (set.holds(row)) {
        String original = row.text(set.text());
        String text = set.withoutSpans().isEmpty()
            ? original
            : CalmSentences.of(original, row.text(set.withoutSpans()));
        var targets = targets(set, row);
        if (!targets.isEmpty() && isWorthReading(set, text)) {
          long key = Split.key(original);
          examples.add(new Example(set.name(), text, key, Split.of(key, seed), targets));
        }
      }
    });
    return examples;
  }

  /** The set's file as it is: from the folder, or from Moderato itself. */
  static byte[] bytes(DataSet set, Path folder) throws IOException {
    if (!set.isShipped()) {
      return Files.readAllBytes(folder.resolve(set.file()));
    }
    try (var in = DataSets.class.getResourceAsStream("/" + set.file())) {
      if (in == null) {
        throw new NoSuchFileException(set.file());
      }
      return in.readAllBytes();
    }
  }

  private static boolean isWorthReading(DataSet set, String text) {
    return set.withoutSpans().isEmpty() || text.split(" ").length >= FEWEST_WORDS;
  }

  private static Map<Label, Double> targets(DataSet set, TsvRow row) {
    var targets = new EnumMap<Label, Double>(Label.class);
    set.labels().forEach((label, rule) -> {
      double target = rule.target(row);
      if (!Double.isNaN(target)) {
        targets.put(label, target);
      }
    });
    return targets;
  }
}
