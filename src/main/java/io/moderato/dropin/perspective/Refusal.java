package io.moderato.dropin.perspective;

import io.moderato.http.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as the contract's platform words it; it ends the request. */
final class Refusal extends RuntimeException {
  private static final String ERROR = "type.googleapis.com/google.commentanalyzer.v1alpha1.Error";

  private final int code;
  private final String status;
  private final transient @Nullable JsonObject detail;

  private Refusal(int code, String status, String message, @Nullable JsonObject detail) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.detail = detail;
  }

  int code() {
    return code;
  }

  JsonObject toJson() {
    var error =
        new JsonObject().put("code", code).put("message", getMessage()).put("status", status);
    if (detail != null) {
      error.put("details", new JsonArray().add(detail));
    }
    return new JsonObject().put("error", error);
  }

  static Refusal ofType(String errorType, String message) {
    return invalid(message, error(errorType));
  }

  static Refusal invalidRequest(String message) {
    return ofType("INVALID_REQUEST", message);
  }

  /** @param asked whether the languages come from the request; else they were detected */
  static Refusal unsupportedLanguage(String attribute, List<String> languages, boolean asked) {
    var which = new JsonObject()
        .put(asked ? "requestedLanguages" : "detectedLanguages", new JsonArray(languages))
        .put("attribute", attribute);
    return invalid(
        "Attribute %s does not support request languages: %s"
            .formatted(attribute, String.join(", ", languages)),
        error("LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE")
            .put("languageNotSupportedByAttributeError", which));
  }

  /** What the platform itself refuses before the service sees it. */
  static Refusal malformed(String message) {
    return invalid(message, null);
  }

  static Refusal unknownKey() {
    return invalid(
        "API key not valid. Please pass a valid API key.",
        new JsonObject()
            .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
            .put("reason", "API_KEY_INVALID")
            .put("domain", "googleapis.com")
            .put("metadata", new JsonObject().put("service", "commentanalyzer.googleapis.com")));
  }

  static Refusal denied(String message) {
    return new Refusal(403, "PERMISSION_DENIED", message, null);
  }

  static Refusal notFound() {
    return new Refusal(404, "NOT_FOUND", "Method not found.", null);
  }

  static Refusal of(Problem problem) {
    return switch (problem.type()) {
      case OVERLOADED ->
        new Refusal(
            429,
            "RESOURCE_EXHAUSTED",
            "More requests are under way than this service takes.",
            null);
      case STORE_UNAVAILABLE ->
        new Refusal(503, "UNAVAILABLE", "The service is currently unavailable.", null);
      case INTERNAL_ERROR -> new Refusal(500, "INTERNAL", "Internal error encountered.", null);
      case TOO_LARGE -> malformed("Request payload size exceeds the limit.");
      case MALFORMED_BODY ->
        malformed("Invalid JSON payload received. %s".formatted(problem.detail()));
      default -> malformed(problem.detail());
    };
  }

  private static Refusal invalid(String message, @Nullable JsonObject detail) {
    return new Refusal(400, "INVALID_ARGUMENT", message, detail);
  }

  private static JsonObject error(String errorType) {
    return new JsonObject().put("@type", ERROR).put("errorType", errorType);
  }
}
