package io.moderato.training;

import java.util.Locale;

/** A robustness report as tables of text. */
public final class RobustnessTable {
  private RobustnessTable() {}

  /** Dressed-up words, then innocent words around, then the price of the latter. */
  public static String of(Robustness.Report report) {
    var table =
        new StringBuilder("label    dressed up             AUC     held without the label\n");
    report
        .dressed()
        .forEach(each -> table.append(line(
            "%-8s %-20s %5.3f   %6.2f %%",
            each.label(), each.kind(), each.auc(), 100 * each.falsePositives())));
    table.append("\nlabel    150 innocent words   held bare   of these still held\n");
    report
        .padded()
        .forEach(each -> table.append(line(
            "%-8s %-20s %9d   %6.1f %%",
            each.label(),
            each.place().toLowerCase(Locale.ROOT),
            each.bare(),
            100 * each.caught())));
    var good = report.longGood();
    return table
        .append(line(
            "%nlong good comments: %,d, held as a whole %,d, with their windows %,d",
            good.texts(), good.asWhole(), good.held()))
        .toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
