package io.moderato.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Several models on the same tests.
 *
 * @param evaluations by the model's name, each in the same order
 * @param microseconds of CPU for a comment by the model's name: of the stock ones the compared labels' models together, of the shipped one all of its labels
 */
public record Comparison(
    Map<String, List<Evaluation>> evaluations, Map<String, Double> microseconds) {
  /** A line for each label and set that tells it both ways, with each model's AUC; then the CPU time. */
  public String table() {
    var names = evaluations.keySet();
    var table = new StringBuilder("%-12s %-22s %s%n"
        .formatted("AUC", "", row(names.stream().map("%10s"::formatted).toList())));
    var first = evaluations.values().iterator().next();
    for (int i = 0; i < first.size(); i++) {
      int line = i;
      if (!Double.isNaN(first.get(i).auc())) {
        table.append("%-12s %-22s %s%n"
            .formatted(
                first.get(i).label(),
                first.get(i).set(),
                row(evaluations.values().stream()
                    .map(model ->
                        "%10s".formatted(EvaluationTable.figure(model.get(line).auc())))
                    .toList())));
      }
    }
    return table
        .append("%-35s %s%n"
            .formatted(
                "CPU for a comment (µs)",
                row(names.stream()
                    .map(name -> String.format(Locale.ROOT, "%10.0f", microseconds.get(name)))
                    .toList())))
        .toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" "));
  }
}
