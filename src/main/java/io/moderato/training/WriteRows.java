package io.moderato.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the texts that a model is trained and measured on, each with its part, labels and scores, so that other programs can be
 * measured on the very same ones. The file holds the data sets' texts: it is for this machine, under their licences.
 */
final class WriteRows {
  private static final JsonMapper JSON = new JsonMapper();

  private final Recipe recipe;
  private final HashedLinearModel model;
  private final Corpus corpus;
  private final Margins margins;
  private final Evaluator evaluator;

  WriteRows(Recipe recipe, HashedLinearModel model, Corpus corpus) {
    this.recipe = recipe;
    this.model = model;
    this.corpus = corpus;
    this.margins = new Margins(model, corpus);
    this.evaluator = new Evaluator(corpus, margins, model.labels(), Map.of());
  }

  /**
   * Writes JSON Lines: {@code {"set": …, "use": "TRAIN", "part": "train", "pools": {"SPAM": ["pool of six"]}, "text": …, "labels": {"TOXIC": 0.4},
   * "scores": {"TOXIC": 0.31}}}.
   */
  void to(Path file, List<DataSet> sets) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      for (var set : sets) {
        var isTest = evaluator.unseen(set);
        for (int row : corpus.rows(example -> example.set().equals(set.name()))) {
          var example = corpus.example(row);
          boolean isTraining = set.use() == DataSet.Use.TRAIN && example.split() != Split.TEST;
          if (isTraining || isTest.test(example)) {
            out.write(line(example, isTraining ? "train" : "test", row).toString());
            out.newLine();
          }
        }
      }
    }
  }

  private ObjectNode line(Example example, String part, int row) {
    var line = JSON.createObjectNode()
        .put("set", example.set())
        .put("use", corpus.set(example).use().name())
        .put("part", part)
        .put("text", example.text());
    var pools = line.putObject("pools");
    for (var each : recipe.labels()) {
      each.pools().forEach((pool, members) -> {
        if (members.contains(example.set())) {
          pools.withArray(each.label().name()).add(pool);
        }
      });
    }
    var labels = line.putObject("labels");
    var scores = line.putObject("scores");
    for (Label label : model.labels()) {
      var target = example.targets().get(label);
      if (target != null) {
        labels.put(label.name(), target);
        scores.put(label.name(), margins.probability(row, label));
      }
    }
    return line;
  }
}
