package io.moderato.dropin.openai;

import io.moderato.classify.Classification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A classification as one of the contract's results. */
final class ModerationJson {
  /** More likely than not. */
  private static final double FLAGGED_FROM = 0.5;

  private ModerationJson() {}

  /** A category that nothing here covers scores 0 and was applied to no type of input; capabilities name it. */
  static JsonObject result(Classification found) {
    var categories = new JsonObject();
    var scores = new JsonObject();
    var inputs = new JsonObject();
    boolean flagged = false;
    for (var category : Category.values()) {
      var told = category.score(found.scores());
      double score = told.orElse(0);
      flagged |= score >= FLAGGED_FROM;
      categories.put(category.key(), score >= FLAGGED_FROM);
      scores.put(category.key(), score);
      inputs.put(category.key(), told.isPresent() ? new JsonArray().add("text") : new JsonArray());
    }
    return new JsonObject()
        .put("flagged", flagged)
        .put("categories", categories)
        .put("category_scores", scores)
        .put("category_applied_input_types", inputs);
  }
}
