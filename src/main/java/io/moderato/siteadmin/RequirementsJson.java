package io.moderato.siteadmin;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.RequiredPrecision;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a site requires of policies, as it comes in and leaves; see {@code Precisions} of the contract. */
public final class RequirementsJson {
  private RequirementsJson() {}

  /** @param json valid by the contract; missing for nothing */
  public static ActivationRequirements read(JsonNode json) {
    return new ActivationRequirements(precision(json.path("reject")), precision(json.path("hold")));
  }

  private static @Nullable RequiredPrecision precision(JsonNode json) {
    return json.isMissingNode()
        ? null
        : new RequiredPrecision(
            json.path("precision").doubleValue(),
            json.path("atLeast").asInt(RequiredPrecision.USUAL_AT_LEAST),
            json.path("certain").asBoolean());
  }

  static JsonObject of(ActivationRequirements required) {
    var json = new JsonObject();
    put(json, "reject", required.reject());
    put(json, "hold", required.hold());
    return json;
  }

  private static void put(JsonObject json, String verdict, @Nullable RequiredPrecision required) {
    if (required != null) {
      json.put(
          verdict,
          new JsonObject()
              .put("precision", required.precision())
              .put("atLeast", required.atLeast())
              .put("certain", required.certain()));
    }
  }
}
