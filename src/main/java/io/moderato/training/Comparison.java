package io.moderato.training;

import static io.moderato.training.EvaluationTable.figure;

import io.moderato.classify.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several models on the same tests, label by label. */
public record Comparison(Map<Label, List<Contender>> labels) {
  /**
   * A model.
   *
   * @param rows how many texts it was trained on
   * @param iterations over these, at most
   * @param microseconds of CPU for a comment: of a stock one for this label, of the shipped one for all of its labels
   * @param trainedOn on the test part of each set that was trained on and tells the label both ways
   * @param neverTrainedOn on the other sets that do
   * @param pools on several sets as one
   */
  public record Contender(
      String name,
      int rows,
      int iterations,
      double microseconds,
      List<Evaluation> trainedOn,
      List<Evaluation> neverTrainedOn,
      List<Evaluation> pools) {}

  /** A table in Markdown for each label. */
  public String table() {
    return labels.entrySet().stream()
        .map(entry -> table(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(Label label, List<Contender> contenders) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(line(label + ", AUC", contenders, Contender::name));
    lines.add(line("texts trained on", contenders, each -> "%,d".formatted(each.rows())));
    lines.add(line("iterations", contenders, each -> Integer.toString(each.iterations())));
    lines.addAll(perSet(contenders, Contender::trainedOn));
    lines.add(line("mean of these", contenders, each -> mean(each.trainedOn())));
    lines.addAll(perSet(contenders, Contender::neverTrainedOn));
    lines.add(
        line("mean of those never trained on", contenders, each -> mean(each.neverTrainedOn())));
    lines.addAll(perSet(contenders, Contender::pools));
    for (int i = 0; i < contenders.get(0).pools().size(); i++) {
      int pool = i;
      lines.add(line(
          contenders.get(0).pools().get(i).set() + ", R@2%",
          contenders,
          each -> figure(each.pools().get(pool).caughtAtTwoPercent())));
    }
    lines.add(line(
        "CPU for a comment (µs)",
        contenders,
        each -> String.format(Locale.ROOT, "%.0f", each.microseconds())));
    return markdown(lines);
  }

  private static List<String> line(
      String name, List<Contender> contenders, Function<Contender, String> cell) {
    List<String> line = new ArrayList<>(List.of(name));
    contenders.stream().map(cell).forEach(line::add);
    return line;
  }

  private static List<List<String>> perSet(
      List<Contender> contenders, Function<Contender, List<Evaluation>> evaluations) {
    var first = evaluations.apply(contenders.get(0));
    return IntStream.range(0, first.size())
        .mapToObj(i -> line(
            first.get(i).set(),
            contenders,
            each -> figure(evaluations.apply(each).get(i).auc())))
        .toList();
  }

  private static String mean(List<Evaluation> evaluations) {
    return figure(evaluations.stream().mapToDouble(Evaluation::auc).average().orElse(Double.NaN));
  }

  private static String markdown(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = IntStream.range(0, columns)
        .map(column ->
            lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
        .toArray();
    var table = new StringBuilder();
    for (var line : lines) {
      for (int column = 0; column < columns; column++) {
        table.append(("| %-" + widths[column] + "s ").formatted(line.get(column)));
      }
      table.append("|\n");
      if (line == lines.get(0)) {
        table.append("|---".repeat(columns)).append("|\n");
      }
    }
    return table.toString();
  }
}
