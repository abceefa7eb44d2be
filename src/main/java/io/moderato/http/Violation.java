package io.moderato.http;

import io.vertx.core.json.JsonObject;

/**
 * One place of a request that breaks the contract.
 *
 * @param in {@code pointer} for a JSON pointer (RFC 6901) into the body, {@code parameter} for a parameter's name
 */
public record Violation(String in, String place, String detail) {
  public static Violation inBody(String pointer, String detail) {
    return new Violation("pointer", pointer, detail);
  }

  public static Violation ofParameter(String name, String detail) {
    return new Violation("parameter", name, detail);
  }

  public JsonObject toJson() {
    return new JsonObject().put("detail", detail).put(in, place);
  }
}
