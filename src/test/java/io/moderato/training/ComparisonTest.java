package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
  @Test
  void tells_of_each_model_what_it_was_given_how_well_it_does_and_what_it_costs() {
    var shipped = contender("shipped", 70_000, 8, 23.4, 0.8, 0.2);
    var qn = contender("OpenNLP QN", 20_000, 100, 61.4, 0.2, 0.8);

    var table = new Comparison(Map.of(Label.TOXIC, List.of(shipped, qn))).table();

    assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "| TOXIC, AUC | shipped | OpenNLP QN |",
            "|---|---|---|",
            "| texts trained on | 70,000 | 20,000 |",
            "| iterations | 8 | 100 |",
            "| news | 1.000 | 0.000 |",
            "| mean of these | 1.000 | 0.000 |",
            "| foreign | 1.000 | 0.000 |",
            "| forums | 1.000 | 0.000 |",
            "| mean of those never trained on | 1.000 | 0.000 |",
            "| both | 1.000 | 0.000 |",
            "| both, R@2% | 1.000 | 0.000 |",
            "| CPU for a comment (µs) | 23 | 61 |");
  }

  private static Comparison.Contender contender(
      String name,
      int rows,
      int iterations,
      double microseconds,
      double scoreWith,
      double scoreWithout) {
    return new Comparison.Contender(
        name,
        rows,
        iterations,
        microseconds,
        List.of(evaluation("news", scoreWith, scoreWithout)),
        List.of(
            evaluation("foreign", scoreWith, scoreWithout),
            evaluation("forums", scoreWith, scoreWithout)),
        List.of(evaluation("both", scoreWith, scoreWithout)));
  }

  private static Evaluation evaluation(String set, double scoreWith, double scoreWithout) {
    return Evaluation.of(
        set,
        Label.TOXIC,
        List.of(new Observation(scoreWith, true, 1), new Observation(scoreWithout, false, 1)),
        Thresholds.DEFAULT);
  }
}
