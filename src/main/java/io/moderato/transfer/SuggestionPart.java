package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import io.moderato.feedback.SuggestedLabels;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What a site has suggested of texts that are not stored as comments. */
public final class SuggestionPart implements Part {
  static final String KIND = "suggestion";

  private static final int AT_ONCE = 100;

  private final SuggestedLabelsRepository suggestions;

  public SuggestionPart(SuggestedLabelsRepository suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return Pages.<SuggestedLabels>each(
            last -> suggestions.list(site.id(), last == null ? "" : last.id(), AT_ONCE),
            AT_ONCE,
            page -> InTurn.each(page, suggested -> out.apply(json(suggested))))
        .mapEmpty();
  }

  private static JsonObject json(SuggestedLabels suggested) {
    var labels = new JsonObject();
    suggested.labels().forEach((label, value) -> labels.put(label.name(), value));
    var others = new JsonObject();
    suggested.others().forEach(others::put);
    return new JsonObject()
        .put("id", suggested.id())
        .put("text", suggested.text())
        .put("labels", labels)
        .put("others", others)
        .put("by", suggested.by())
        .put("at", suggested.at().toString())
        .put(
            "expiresAt",
            suggested.expiresAt() == null ? null : suggested.expiresAt().toString());
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var labels = new EnumMap<Label, Double>(Label.class);
    values(json.path("labels")).forEach((name, value) -> labels.put(Label.valueOf(name), value));
    var suggested = new SuggestedLabels(
        site.id(),
        json.path("id").textValue(),
        json.path("text").textValue(),
        labels,
        values(json.path("others")),
        json.path("by").textValue(),
        Times.read(json.path("at"), pointer + "/at"),
        json.hasNonNull("expiresAt")
            ? Times.read(json.path("expiresAt"), pointer + "/expiresAt")
            : null);
    return HistoryLine.ofSetting(
        KIND + " " + suggested.id(), () -> suggestions.merge(suggested).map(Results.unchanged()));
  }

  private static Map<String, Double> values(JsonNode json) {
    var values = new HashMap<String, Double>();
    json.properties().forEach(each -> values.put(each.getKey(), each.getValue().doubleValue()));
    return values;
  }
}
