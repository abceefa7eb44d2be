package io.moderato.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A user's own labelled comments: JSON Lines or tab-separated fields, with {@code text} and a column for each label. */
public final class OwnExamples {
  /** The set they count as: measured on, never trained on. */
  static final DataSet SET = new DataSet(
      "own",
      "",
      "",
      "the user's own",
      "",
      "",
      DataSet.Use.MEASURE,
      "",
      1,
      0,
      0,
      false,
      "",
      "text",
      "",
      Map.of(Label.TOXIC, new TargetRule.Column(Label.TOXIC.name())));

  private static final JsonMapper JSON = new JsonMapper();

  private OwnExamples() {}

  /** Reads a file; its name's ending tells its format. */
  public static List<Example> read(Path file, BrokenRows broken) throws IOException {
    return file.toString().endsWith(".jsonl") ? jsonLines(file, broken) : tsv(file, broken);
  }

  private static List<Example> tsv(Path file, BrokenRows broken) throws IOException {
    List<Example> examples = new ArrayList<>();
    TsvFile.read(
        file,
        broken,
        row -> examples.add(example(
            row.text("text"),
            label -> row.has(label.name())
                ? new TargetRule.Column(label.name()).target(row)
                : Double.NaN)));
    return examples;
  }

  private static List<Example> jsonLines(Path file, BrokenRows broken) throws IOException {
    List<Example> examples = new ArrayList<>();
    long number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          examples.add(jsonExample(file, number, line));
        } catch (BrokenRowException e) {
          broken.met(e);
        }
      }
    }
    return examples;
  }

  private static Example jsonExample(Path file, long number, String line) {
    JsonNode row = tree(file, number, line);
    if (!row.path("text").isTextual()) {
      throw new BrokenRowException(file, number, "text", "expected a string");
    }
    return example(row.path("text").textValue(), label -> {
      JsonNode value = row.path(label.name());
      if (value.isMissingNode() || value.isNull()) {
        return Double.NaN;
      }
      double target = value.isBoolean() ? (value.booleanValue() ? 1 : 0) : value.asDouble(-1);
      if (!(target >= 0 && target <= 1)) {
        throw new BrokenRowException(
            file, number, label.name(), "expected a share in [0, 1], was " + value);
      }
      return target;
    });
  }

  private static JsonNode tree(Path file, long number, String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BrokenRowException(file, number, "text", "it is not JSON");
    }
  }

  private static Example example(String text, Function<Label, Double> target) {
    var targets = new EnumMap<Label, Double>(Label.class);
    for (Label label : Label.values()) {
      double value = target.apply(label);
      if (!Double.isNaN(value)) {
        targets.put(label, value);
      }
    }
    return new Example(SET.name(), text, Split.key(text), Split.TEST, targets);
  }
}
