package io.moderato.training;

import static io.moderato.training.EvaluationTable.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model card for people to read, as Markdown. */
final class ReportPage {
  private ReportPage() {}

  static String of(ModelReport report) {
    return String.join(
        "\n",
        "# Model " + report.version(),
        "",
        "Made by `moderato train` or `moderato evaluate --card` on %s; do not edit. The same figures, for programs, are in `card.json`."
            .formatted(report.date()),
        "Languages measured: %s. Seed %d. Split: %s."
            .formatted(String.join(", ", report.languages()), report.seed(), report.split()),
        "",
        "## Labels on comments at large",
        "",
        "Measured on the test part of the talk, news and video comments below, weighted so that each label has the rate stated: that is what the"
            + " scores are probabilities of.",
        "ECE is the expected calibration error: how far scores are from those probabilities; a part of it comes from texts scored 0.5 and more.",
        "Hold and reject are the default policy's thresholds, with their precision (P) and recall (R).",
        "",
        labels(report),
        "![reliability](reliability.svg)",
        "",
        "## Good comments",
        "",
        "What the thresholds do to comments known to be good, by any label. A set's own labels are not all we score, so that"
            + " some of these are rude after all.",
        "",
        goodComments(report.goodComments()),
        "## Set by set",
        "",
        "On the test part of each set that was trained on, and on all of each that was not (its licence does not allow it).",
        "Scores are calibrated to comments at large: on a set that was made to hold half abuse, the expected calibration error"
            + " (ECE) is large, and must be. R@2% is what is caught where 2 % of the texts without the label are, FP the share of these.",
        "",
        evaluations(report.labels().values().stream()
            .flatMap(label -> label.sets().stream())
            .toList()),
        "## Without the source",
        "",
        "Each set measured by a model that was trained on all others: what to expect of a site whose comments nobody trained on.",
        "",
        evaluations(report.labels().values().stream()
            .flatMap(label -> label.leftOut().stream())
            .toList()),
        "## In disguise",
        "",
        "Words dressed up in the usual ways, of Latin letters alone, each text with the label against plain ones without; then what is still held of what is held bare"
            + " among 150 innocent words; and what the windows that find it cost in long good comments. At most 1,000 texts of the test part each.",
        "",
        "```",
        RobustnessTable.of(report.robustness()) + "```",
        "",
        "## Limits",
        "",
        bullets(report.limits()),
        "It must not be used for:",
        "",
        bullets(report.notFor()),
        "## Data sets",
        "",
        dataSets(report.dataSets()));
  }

  private static String labels(ModelReport report) {
    return "| label | rate | AUC | average precision | ECE | of it from 0.5 on | hold at | P | R | reject at | P | R |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|\n"
        + report.labels().entrySet().stream()
            .map(entry -> {
              var at = entry.getValue().reference();
              return "| %s | %s | %s | %s | %s | %s | %.2f | %s | %s | %.2f | %s | %s |%n"
                  .formatted(
                      entry.getKey(),
                      percent(entry.getValue().rate()),
                      figure(at.auc()),
                      figure(at.averagePrecision()),
                      figure(at.reliability().expectedError()),
                      figure(at.reliability().expectedErrorFromHalf()),
                      at.hold().threshold(),
                      figure(at.hold().precision()),
                      figure(at.hold().recall()),
                      at.reject().threshold(),
                      figure(at.reject().precision()),
                      figure(at.reject().recall()));
            })
            .collect(Collectors.joining());
  }

  private static String goodComments(List<GoodComments> goods) {
    return "| set | good comments | held | rejected |\n|---|---|---|---|\n"
        + goods.stream()
            .map(good -> "| %s | %,d | %s | %s |%n"
                .formatted(
                    good.set(),
                    good.texts(),
                    percent((double) good.held() / good.texts()),
                    percent((double) good.rejected() / good.texts())))
            .collect(Collectors.joining());
  }

  private static String evaluations(List<Evaluation> evaluations) {
    return "```\n" + EvaluationTable.of(evaluations) + "```\n";
  }

  private static String bullets(List<String> sentences) {
    return sentences.stream().map(sentence -> "- " + sentence + "\n").collect(Collectors.joining());
  }

  private static String dataSets(List<SetReport> sets) {
    return "| set | licence | use | train | calibration | test | from | file | SHA-256 |\n"
        + "|---|---|---|---|---|---|---|---|---|\n"
        + sets.stream()
            .map(set -> "| %s | %s | %s | %,d | %,d | %,d | %s; %s | %s | %s… |%n"
                .formatted(
                    set.name(),
                    set.licence(),
                    set.use().name().toLowerCase(Locale.ROOT),
                    set.train(),
                    set.calibration(),
                    set.test(),
                    set.origin(),
                    set.source(),
                    set.file(),
                    set.sha256().substring(0, 12)))
            .collect(Collectors.joining());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
