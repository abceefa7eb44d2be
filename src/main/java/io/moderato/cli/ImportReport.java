package io.moderato.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.policy.Verdict;
import io.moderato.transfer.file.Finding.Weight;
import io.moderato.transfer.file.Findings;
import io.moderato.transfer.file.Format;
import java.util.Locale;

/**
 * What an import came to, for people and for programs.
 *
 * @param stopped why it could not go on; empty if it came to its end
 */
record ImportReport(
    String file,
    Format format,
    boolean dryRun,
    ImportCounts counts,
    Findings findings,
    String stopped) {
  private static final int LONGEST_EXAMPLE = 80;

  boolean isComplete() {
    return stopped.isEmpty() && !findings.hasLost();
  }

  ObjectNode json() {
    var json = new JsonMapper()
        .createObjectNode()
        .put("file", file)
        .put("format", word(format))
        .put("dryRun", dryRun)
        .put("complete", isComplete());
    if (!stopped.isEmpty()) {
      json.put("stopped", stopped);
    }
    json.putObject("found")
        .put("comments", counts.comments())
        .put("approved", counts.decided(Verdict.APPROVE))
        .put("held", counts.decided(Verdict.HOLD))
        .put("rejected", counts.decided(Verdict.REJECT))
        .put("undecided", counts.undecided());
    json.putObject("stored")
        .put("posts", counts.posts())
        .put("newComments", counts.added())
        .put("unchangedComments", counts.unchanged());
    add(json.putArray("leftOut"), Weight.LEFT_OUT);
    add(json.putArray("mended"), Weight.MENDED);
    add(json.putArray("lost"), Weight.LOST);
    return json;
  }

  private void add(ArrayNode array, Weight weight) {
    findings.counts().forEach((finding, count) -> {
      if (finding.weight() == weight) {
        var examples = array
            .addObject()
            .put("reason", word(finding))
            .put("text", finding.sentence())
            .put("count", count)
            .putArray("examples");
        findings
            .examples(finding)
            .forEach(example ->
                examples.addObject().put("line", example.line()).put("what", example.what()));
      }
    });
  }

  String text() {
    var text = new StringBuilder("%s: %s%n".formatted(file, title()));
    text.append("  %,d comments: %,d approved, %,d held, %,d rejected%s%n"
        .formatted(
            counts.comments(),
            counts.decided(Verdict.APPROVE),
            counts.decided(Verdict.HOLD),
            counts.decided(Verdict.REJECT),
            counts.undecided() > 0 ? ", %,d undecided".formatted(counts.undecided()) : ""));
    if (!dryRun) {
      text.append("  stored: %,d new, %,d there already; %,d posts%n"
          .formatted(counts.added(), counts.unchanged(), counts.posts()));
    }
    append(text, Weight.LEFT_OUT, "Left out:");
    append(text, Weight.MENDED, "Mended:");
    append(text, Weight.LOST, "Could not be taken:");
    if (counts.decided(Verdict.REJECT) > 0 && !dryRun) {
      text.append("Rejected comments are kept for the site's retentionDays, counted from now.\n");
    }
    if (!stopped.isEmpty()) {
      text.append("It stopped before the end: %s%n".formatted(stopped));
    }
    return plain(text.toString());
  }

  private String title() {
    var title = switch (format) {
      case WXR -> "WordPress (WXR)";
      case BLOGGER -> "Blogger (Atom)";
      case DISQUS -> "Disqus";
      case COMMENTO -> "Commento";
      case NDJSON -> "Moderato (NDJSON)";
      case HTML -> "a saved page";
    };
    return dryRun ? title + ", read only" : title;
  }

  private void append(StringBuilder text, Weight weight, String heading) {
    if (findings.counts().keySet().stream().noneMatch(each -> each.weight() == weight)) {
      return;
    }
    text.append(heading).append('\n');
    findings.counts().forEach((finding, count) -> {
      if (finding.weight() == weight) {
        text.append("  %,d x %s%n".formatted(count, finding.sentence()));
        findings
            .examples(finding)
            .forEach(example -> text.append("      ")
                .append(example.line() > 0 ? "line %d: ".formatted(example.line()) : "")
                .append(onOneLine(example.what()))
                .append('\n'));
      }
    });
  }

  /** A text of the file could write over the terminal otherwise. */
  private static String plain(String text) {
    return text.codePoints()
        .map(point -> point != '\n'
                && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT)
            ? '\u00b7'
            : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String onOneLine(String text) {
    var line = text.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_EXAMPLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "\u2026";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
