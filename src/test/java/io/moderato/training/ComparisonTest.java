package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
  @Test
  void shows_each_models_auc_beside_the_others_and_the_cpu_time_below() {
    var evaluations = new LinkedHashMap<String, List<Evaluation>>();
    evaluations.put("qn", List.of(evaluation(0.2, 0.8)));
    evaluations.put("shipped", List.of(evaluation(0.8, 0.2)));

    var table = new Comparison(evaluations, Map.of("qn", 61.4, "shipped", 23.0)).table();

    assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "AUC qn shipped", "TOXIC news 0.000 1.000", "CPU for a comment (µs) 61 23");
  }

  private static Evaluation evaluation(double scoreWith, double scoreWithout) {
    return Evaluation.of(
        "news",
        Label.TOXIC,
        List.of(new Observation(scoreWith, true, 1), new Observation(scoreWithout, false, 1)),
        Thresholds.DEFAULT);
  }
}
