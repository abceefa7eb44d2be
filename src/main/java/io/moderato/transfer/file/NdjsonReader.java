package io.moderato.transfer.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;

/** Reads Moderato's own form: one JSON object a line, as an export writes it or as anybody may. */
final class NdjsonReader {
  private static final int VERSION = 2;
  private static final int LONGEST_LINE = 1 << 23;
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final Findings findings;
  private final HistorySink sink;
  private boolean isExport;
  private boolean isEnded;

  NdjsonReader(Findings findings, HistorySink sink) {
    this.findings = findings;
    this.sink = sink;
  }

  void read(Reader in) throws IOException {
    long number = 0;
    var line = new StringBuilder();
    boolean more = true;
    while (more) {
      number++;
      more = next(in, line);
      if (line.length() > LONGEST_LINE) {
        findings.add(Finding.BROKEN, number, "longer than 8 MiB");
      } else if (!line.toString().isBlank()) {
        line(line.toString(), number, more);
      }
    }
    if (isExport && !isEnded) {
      findings.add(Finding.CUT_OFF, number, "the export has no line of kind 'end'");
    }
  }

  /** False at the end of the file. */
  private static boolean next(Reader in, StringBuilder line) throws IOException {
    line.setLength(0);
    int unit = in.read();
    while (unit >= 0 && unit != '\n') {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) unit);
      }
      unit = in.read();
    }
    return unit >= 0;
  }

  private void line(String text, long number, boolean isWhole) {
    try {
      line(JSON.readTree(text), number);
    } catch (JacksonException e) {
      findings.add(
          isWhole ? Finding.BROKEN : Finding.CUT_OFF,
          number,
          "not JSON: " + e.getOriginalMessage());
    }
  }

  private void line(JsonNode json, long number) {
    if (!json.isObject()) {
      findings.add(Finding.BROKEN, number, "no JSON object");
      return;
    }
    var kind = json.path("kind").asText();
    switch (kind) {
      case "post", "comment", "record", "suggestion", "standing" -> sink.line(json, number);
      case "policy", "activations", "list", "shadow", "webhook" -> sink.line(json, number);
      case "export" -> {
        isExport = true;
        if (json.path("version").asInt() > VERSION) {
          throw new UnreadableFileException(
              "This export is of version %s; this Moderato reads up to version %d. Use a later one."
                  .formatted(json.path("version"), VERSION));
        }
        sink.line(json, number);
      }
      case "end" -> isEnded = true;
      default -> findings.add(Finding.BROKEN, number, "a kind of line that is not known: " + kind);
    }
  }
}
