package io.moderato.model;

import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.http.Responses;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class CapabilitiesApi {
  private final JsonObject capabilities;

  /**
   * @param cards of all that scores
   * @param maxBodyBytes of a request
   */
  public CapabilitiesApi(
      List<ModelCard> cards, String version, int maxBodyBytes, List<DoorCoverage> doors) {
    var labels =
        cards.stream().flatMap(card -> card.labels().keySet().stream()).collect(Collectors.toSet());
    var learnt = cards.stream()
        .flatMap(card ->
            card.labels().keySet().stream().filter(label -> !card.byRules().contains(label)))
        .collect(Collectors.toSet());
    var coverage = new JsonObject();
    doors.forEach(door -> coverage.put(door.door(), door.toJson()));
    var notCovered = EnumSet.complementOf(EnumSet.of(Label.SITE)).stream() // each site has its own
        .filter(label -> !labels.contains(label));
    var byRules = labels.stream().filter(label -> !learnt.contains(label));
    this.capabilities = new JsonObject()
        .put("version", version)
        .put("labels", names(labels.stream().sorted().map(Label::name).toList()))
        .put("byRules", names(byRules.sorted().map(Label::name).toList()))
        .put("notCovered", names(notCovered.map(Label::name).toList()))
        .put(
            "languages",
            names(cards.stream()
                .flatMap(card -> card.languages().stream())
                .distinct()
                .sorted()
                .toList()))
        .put("quality", quality(cards))
        .put(
            "formats",
            names(Arrays.stream(TextFormat.values()).map(TextFormat::word).toList()))
        .put("doors", coverage)
        .put("models", names(cards.stream().map(ModelCard::version).toList()))
        .put(
            "limits",
            new JsonObject()
                .put("textBytes", 64 * 1024)
                .put("batchComments", 1000)
                .put("bodyBytes", maxBodyBytes));
  }

  /** Label by label and language by language, so that nobody takes one language's figures for another's. */
  private static JsonArray quality(List<ModelCard> cards) {
    var quality = new JsonArray();
    for (var card : cards) {
      card.labels().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> quality.add(new JsonObject()
              .put("label", entry.getKey().name())
              .put("model", card.version())
              .put("languages", names(entry.getValue().languages()))
              .put("auc", entry.getValue().auc())
              .put("recall", entry.getValue().recall())));
    }
    return quality;
  }

  public void getCapabilities(RoutingContext ctx) {
    Responses.json(ctx, 200, capabilities);
  }

  private static JsonArray names(List<String> names) {
    return new JsonArray(names);
  }
}
