package io.moderato.classify;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Scores and evidence as they leave, over HTTP and from the command line. */
public final class ClassificationJson {
  private ClassificationJson() {}

  /** Probabilities, rounded to four decimals. */
  public static JsonObject scores(Scores scores) {
    var json = new JsonObject();
    scores.byLabel().forEach((label, score) -> json.put(label.name(), rounded(score)));
    return json;
  }

  public static JsonArray evidence(List<Evidence> evidence) {
    var json = new JsonArray();
    evidence.forEach(span -> json.add(evidence(span)));
    return json;
  }

  private static JsonObject evidence(Evidence span) {
    var json = new JsonObject()
        .put("label", span.label().name())
        .put("begin", span.begin())
        .put("end", span.end())
        .put("text", span.text())
        .put("weight", rounded(span.weight()));
    var without = span.without();
    return without == null ? json : json.put("without", rounded(without));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000d;
  }
}
