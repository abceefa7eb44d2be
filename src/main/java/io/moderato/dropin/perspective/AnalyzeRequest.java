package io.moderato.dropin.perspective;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code comments:analyze} is asked.
 *
 * @param attributes by the names they were asked for, in their order
 * @param spans whether each sentence is wanted, too
 */
record AnalyzeRequest(CommentInRequest comment, Map<String, Wanted> attributes, boolean spans) {
  private static final List<String> SCORE_TYPES =
      List.of("SCORE_TYPE_UNSPECIFIED", "PROBABILITY", "STD_DEV_SCORE", "PERCENTILE", "RAW");

  /** @param threshold what scores less is left out */
  record Wanted(Label label, double threshold) {}

  /** @param covered what there is a model for; the rest is unknown here, and never answered as if it were safe */
  static AnalyzeRequest read(JsonNode body, Set<Label> covered) {
    var request = WireObject.of(body, "");
    var comment = CommentInRequest.read(request);
    var spans = request.flag("spanAnnotations");
    var requested = request.object("requestedAttributes");
    if (requested.json().isEmpty()) {
      throw Refusal.ofType("NO_REQUESTED_ATTRIBUTES", "Missing requested_attributes");
    }
    var attributes = new LinkedHashMap<String, Wanted>();
    requested
        .json()
        .properties()
        .forEach(
            each -> attributes.put(each.getKey(), wanted(each.getKey(), each.getValue(), covered)));
    return new AnalyzeRequest(comment, attributes, spans);
  }

  private static Wanted wanted(String name, JsonNode json, Set<Label> covered) {
    var label = Attribute.of(name)
        .flatMap(Attribute::label)
        .filter(covered::contains)
        .orElseThrow(() -> Refusal.invalidRequest("Unknown requested attribute: " + name));
    var config = WireObject.of(json, "requested_attributes." + name);
    var scoreType = config.oneOf("scoreType", SCORE_TYPES);
    if (SCORE_TYPES.indexOf(scoreType) > 1) {
      throw Refusal.invalidRequest(
          "Requested score type %s is not supported by attribute %s".formatted(scoreType, name));
    }
    return new Wanted(label, config.number("scoreThreshold").orElse(0));
  }
}
