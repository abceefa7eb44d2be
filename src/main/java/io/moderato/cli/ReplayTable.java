package io.moderato.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** A replay's report as tables and histograms for people. */
final class ReplayTable {
  private static final List<String> VERDICTS = List.of("APPROVE", "HOLD", "REJECT");
  private static final int WIDEST_BAR = 50;

  private final StringBuilder text = new StringBuilder();
  private final JsonNode report;

  private ReplayTable(JsonNode report) {
    this.report = report;
  }

  /** @param report {@code ReplayReport} of the contract */
  static String of(JsonNode report) {
    var table = new ReplayTable(report);
    table.head();
    if (report.path("decided").asInt() > 0) {
      table.verdicts();
      table.people();
      table.rules();
      table.report.path("scores").forEach(table::histogram);
    }
    return table.text.toString();
  }

  private void head() {
    line("Tried: %s", Terminal.plain(report.path("tried").asText()));
    if (report.path("decided").asInt() == 0) {
      line("No comment was decided in that time.");
      return;
    }
    line(
        "On %s decisions, from %s to %s.",
        count(report.path("decided")),
        report.path("from").asText(),
        report.path("to").asText());
  }

  private void verdicts() {
    line("");
    line("%-12s %12s %12s %12s", "stood as", "-> APPROVE", "-> HOLD", "-> REJECT");
    var matrix = report.path("flips").path("matrix");
    for (var before : VERDICTS) {
      var row = matrix.path(before);
      line(
          "%-12s %12s %12s %12s",
          before, count(row.path("APPROVE")), count(row.path("HOLD")), count(row.path("REJECT")));
    }
    line("%s of them flip.", count(report.path("flips").path("total")));
    var reviews = report.path("reviewsPerDay");
    if (!reviews.path("before").isNull()) {
      line(
          "Reviews a day: %.1f -> %.1f",
          reviews.path("before").asDouble(), reviews.path("after").asDouble());
    }
  }

  private void people() {
    var human = report.path("human");
    line("");
    if (human.path("decided").asInt() == 0) {
      line("People decided on none of them, so nothing tells which verdict is right.");
      return;
    }
    line(
        "%-44s %18s %18s",
        "People decided on " + count(human.path("decided")), "as it stood", "tried");
    share("rejected by people, of those that it rejects", "rejectPrecision");
    share("rejected by people, of those that it holds", "holdPrecision");
    share("held or rejected, of those people approved", "approvedStopped");
    share("let through, of those people rejected", "rejectedPassed");
  }

  private void share(String what, String name) {
    var human = report.path("human");
    line(
        "%-44s %18s %18s",
        what, share(human.path("before").path(name)), share(human.path("after").path(name)));
  }

  private static String share(JsonNode share) {
    return share.path("share").isNull()
        ? "none"
        : String.format(
            Locale.ROOT,
            "%.2f %% (%d/%d)",
            100 * share.path("share").asDouble(),
            share.path("count").asInt(),
            share.path("of").asInt());
  }

  private void rules() {
    line("");
    line(
        "%-32s %-8s %9s %9s %9s %9s",
        "rule", "verdict", "matched", "deciding", "approved", "rejected");
    int unmatched = 0;
    for (var rule : report.path("rules")) {
      if (rule.path("matched").asInt() == 0) {
        unmatched++;
        continue;
      }
      line(
          "%-32s %-8s %9s %9s %9s %9s",
          rule.path("rule").asText(),
          rule.path("verdict").asText(),
          count(rule.path("matched")),
          count(rule.path("deciding")),
          count(rule.path("approved")),
          count(rule.path("rejected")));
    }
    line("(approved, rejected: by people; %d more rules matched nothing)", unmatched);
  }

  private void histogram(JsonNode scores) {
    var bins = scores.path("all");
    double most = StreamSupport.stream(bins.spliterator(), false)
        .mapToInt(JsonNode::asInt)
        .max()
        .orElse(0);
    line("");
    line("%-12s %9s %9s %9s", scores.path("label").asText(), "comments", "approved", "rejected");
    for (int i = 0; i < bins.size(); i++) {
      // by the square root, so that the few at the end that matters are seen beside the many at the
      // other
      int width = (int) Math.ceil(WIDEST_BAR * Math.sqrt(bins.path(i).asInt() / Math.max(1, most)));
      line(
          "%.2f - %.2f  %9s %9s %9s  %s",
          (double) i / bins.size(),
          (i + 1.0) / bins.size(),
          count(bins.path(i)),
          count(scores.path("approved").path(i)),
          count(scores.path("rejected").path(i)),
          "#".repeat(width));
    }
  }

  /** @param flip {@code Flip} of the contract */
  static String flip(JsonNode flip) {
    var reasons = StreamSupport.stream(flip.path("after").path("reasons").spliterator(), false)
        .map(reason -> reason.path("text").asText())
        .toList();
    var human =
        flip.path("human").isNull() ? "" : ", people: " + flip.path("human").asText();
    return "%s  %s -> %s%s%n    %s%n    %s"
        .formatted(
            Terminal.line(flip.path("id").asText()),
            flip.path("before").path("verdict").asText(),
            flip.path("after").path("verdict").asText(),
            human,
            reasons.isEmpty() ? "No rule matches." : Terminal.line(String.join(" ", reasons)),
            Terminal.line(flip.path("line").asText("(erased)")));
  }

  private static String count(JsonNode count) {
    return Terminal.count(count.asLong());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
