package io.moderato.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.Evidence;
import io.moderato.classify.LanguageHint;
import io.moderato.comment.TextFormat;
import java.util.List;

/** Classifies the comment of one JSON line and writes its scores as another. Thread-safe. */
final class ClassifyLine {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final Classifier classifier;
  private final boolean withEvidence;

  ClassifyLine(Classifier classifier, boolean withEvidence) {
    this.classifier = classifier;
    this.withEvidence = withEvidence;
  }

  /**
   * The answer to a line.
   *
   * @param json without the line's end
   */
  record Answer(String json, boolean readable) {}

  Answer answer(JsonLines.Line line) {
    if (!line.error().isEmpty()) {
      return unreadable(line, line.error());
    }
    try {
      return new Answer(scores(JSON.readTree(line.text())).toString(), true);
    } catch (JsonProcessingException e) {
      return unreadable(line, "not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return unreadable(line, String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode scores(JsonNode comment) {
    var id = comment.path("id");
    if (!id.isTextual() && !id.isIntegralNumber()) {
      throw new IllegalArgumentException("\"id\" must be a text or a whole number");
    }
    var stated =
        comment.hasNonNull("language") ? List.of(text(comment, "language")) : List.<String>of();
    var told =
        classifier.classify(text(comment, "text"), format(comment), LanguageHint.stating(stated));
    String language = stated.isEmpty() ? told.language() : stated.get(0);
    var answer = JSON.createObjectNode();
    answer.set("id", id);
    var scores = answer.putObject("scores");
    told.scores().byLabel().forEach((label, score) -> scores.put(label.name(), rounded(score)));
    answer.put("language", language);
    if (withEvidence) {
      addEvidence(answer, told);
    }
    return answer;
  }

  private static void addEvidence(ObjectNode answer, Classification told) {
    var evidence = answer.putArray("evidence");
    for (Evidence span : told.evidence()) {
      var json = evidence.addObject();
      json.put("label", span.label().name())
          .put("begin", span.begin())
          .put("end", span.end())
          .put("text", span.text())
          .put("weight", rounded(span.weight()));
      var without = span.without();
      if (without != null) {
        json.put("without", rounded(without));
      }
    }
  }

  private static TextFormat format(JsonNode comment) {
    if (!comment.hasNonNull("format")) {
      return TextFormat.TEXT;
    }
    return switch (text(comment, "format")) {
      case "text" -> TextFormat.TEXT;
      case "html" -> TextFormat.HTML;
      case "markdown" -> TextFormat.MARKDOWN;
      default -> throw new IllegalArgumentException("\"format\" must be text, html or markdown");
    };
  }

  private static String text(JsonNode comment, String field) {
    var value = comment.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("\"%s\" must be a text".formatted(field));
    }
    return value.textValue();
  }

  private static Answer unreadable(JsonLines.Line line, String error) {
    var answer = JSON.createObjectNode().put("line", line.number()).put("error", error);
    return new Answer(answer.toString(), false);
  }

  /** To six decimals: what is beyond them is noise. */
  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
