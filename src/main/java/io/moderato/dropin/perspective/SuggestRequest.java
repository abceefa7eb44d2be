package io.moderato.dropin.perspective;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What {@code comments:suggestscore} is told.
 *
 * @param labels of attributes that mean one of ours
 * @param others of the remaining attributes, by their names
 */
record SuggestRequest(
    CommentInRequest comment, Map<Label, Double> labels, Map<String, Double> others) {
  static SuggestRequest read(JsonNode body) {
    var request = WireObject.of(body, "");
    var comment = CommentInRequest.read(request);
    var suggested = request.object("attributeScores");
    if (suggested.json().isEmpty()) {
      throw Refusal.invalidRequest("Missing attribute_scores");
    }
    var labels = new EnumMap<Label, Double>(Label.class);
    var others = new HashMap<String, Double>();
    suggested.json().properties().forEach(each -> {
      var name = each.getKey();
      var attribute = Attribute.of(name)
          .orElseThrow(() -> Refusal.invalidRequest("Unknown attribute: " + name));
      var scores = WireObject.of(each.getValue(), "attribute_scores." + name);
      var value = value(scores, comment.text().length());
      attribute
          .label()
          .ifPresentOrElse(
              label -> labels.put(label, value), () -> others.put(attribute.name(), value));
    });
    return new SuggestRequest(comment, labels, others);
  }

  /** Of the whole comment: what is said of it, or else of its highest span. */
  private static double value(WireObject scores, int length) {
    var highest = scores.objects("spanScores").stream()
        .mapToDouble(span -> spanValue(span, length))
        .max();
    var summary = scores.has("summaryScore")
        ? OptionalDouble.of(probability(scores.object("summaryScore")))
        : highest;
    return summary.orElseThrow(
        () -> Refusal.invalidRequest("No score is set in " + scores.place()));
  }

  private static double spanValue(WireObject span, int length) {
    var begin = span.number("begin");
    var end = span.number("end");
    if (begin.isEmpty() || end.isEmpty()) {
      throw Refusal.invalidRequest("begin and end must both be set in %s".formatted(span.place()));
    }
    if (!(begin.getAsDouble() >= 0
        && begin.getAsDouble() < end.getAsDouble()
        && end.getAsDouble() <= length)) {
      throw Refusal.invalidRequest(
          "begin and end must span a part of the comment in %s".formatted(span.place()));
    }
    return probability(span.object("score"));
  }

  private static double probability(WireObject score) {
    var value = score
        .number("value")
        .orElseThrow(
            () -> Refusal.invalidRequest("value must be set explicitly in " + score.place()));
    if (!(value >= 0 && value <= 1)) {
      throw Refusal.invalidRequest("value must lie between 0 and 1 in " + score.place());
    }
    return value;
  }
}
