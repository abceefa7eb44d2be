package io.moderato.training;

import io.moderato.classify.Label;
import java.util.List;
import java.util.Locale;

/** Evaluations as a table of text: a line for each label and set, for a terminal or inside a Markdown code block. */
public final class EvaluationTable {
  private static final String HEAD = "%-12s %-22s %7s %6s  %5s %5s %5s %5s   %-17s   %-17s"
      .formatted(
          "label",
          "set",
          "texts",
          "with",
          "AUC",
          "AP",
          "R@2%",
          "ECE",
          "hold: P R FP",
          "reject: P R FP");

  private EvaluationTable() {}

  /** The table, with a line of headings; R@2% is what is caught where 2 % of the texts without the label are, P precision, R recall, FP the share of texts without the label. */
  public static String of(List<Evaluation> evaluations) {
    var table = new StringBuilder(HEAD).append('\n');
    for (var each : evaluations) {
      table.append(line(each.label(), each)).append('\n');
    }
    return table.toString();
  }

  private static String line(Label label, Evaluation each) {
    return "%-12s %-22s %7d %6d  %5s %5s %5s %5s   %-17s   %-17s"
        .formatted(
            label,
            each.set(),
            each.texts(),
            each.positives(),
            figure(each.auc()),
            figure(each.averagePrecision()),
            figure(each.caughtAtTwoPercent()),
            figure(each.reliability().expectedError()),
            at(each.hold()),
            at(each.reject()))
        .stripTrailing();
  }

  private static String at(AtThreshold at) {
    return "%s %s %s"
        .formatted(
            figure(at.precision()),
            figure(at.recall()),
            Double.isNaN(at.falsePositives())
                ? "–"
                : String.format(Locale.ROOT, "%.4f", at.falsePositives()));
  }

  /** Three digits, or a dash for a figure that does not exist. */
  static String figure(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
