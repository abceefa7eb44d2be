package io.moderato.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What another service's contract asks for by its own names.
 *
 * @param door the contract's name
 * @param covered what a model here answers
 * @param notCovered what no model here answers
 */
public record DoorCoverage(String door, List<String> covered, List<String> notCovered) {
  JsonObject toJson() {
    return new JsonObject()
        .put("covered", new JsonArray(covered))
        .put("notCovered", new JsonArray(notCovered));
  }
}
