package io.moderato.dropin.openai;

import io.moderato.http.Problem;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** An error as the contract words it; it ends the request. */
final class Refusal extends RuntimeException {
  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final String type;
  private final @Nullable String param;
  private final @Nullable String code;

  private Refusal(
      int status, String type, String message, @Nullable String param, @Nullable String code) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.param = param;
    this.code = code;
  }

  int status() {
    return status;
  }

  boolean isForLater() {
    return status == 429 || status == 503;
  }

  JsonObject toJson() {
    var error = new JsonObject()
        .put("message", getMessage())
        .put("type", type)
        .put("param", param)
        .put("code", code);
    return new JsonObject().put("error", error);
  }

  static Refusal invalid(@Nullable String param, String message) {
    return new Refusal(400, INVALID, message, param, null);
  }

  static Refusal images() {
    return new Refusal(
        400,
        INVALID,
        "This service has no model for images, so it can't tell whether one is safe. Send the text alone.",
        "input",
        "unsupported_input");
  }

  static Refusal unknownKey() {
    return new Refusal(
        401,
        INVALID,
        "Incorrect API key provided. Send a key of the site: 'Authorization: Bearer <key>'.",
        null,
        "invalid_api_key");
  }

  static Refusal missingScope(String scope) {
    return new Refusal(
        403, INVALID, "The key lacks the scope '%s'.".formatted(scope), null, "missing_scope");
  }

  static Refusal unknownModel(String model) {
    return new Refusal(
        404,
        INVALID,
        "The model '%s' does not exist or you do not have access to it.".formatted(model),
        "model",
        "model_not_found");
  }

  static Refusal unknownAddress(String method, String path) {
    return new Refusal(
        404, INVALID, "Invalid URL (%s %s)".formatted(method, path), null, "unknown_url");
  }

  static Refusal of(Problem problem) {
    return switch (problem.type()) {
      case OVERLOADED ->
        new Refusal(429, "requests", problem.detail(), null, "rate_limit_exceeded");
      case STORE_UNAVAILABLE -> new Refusal(503, "server_error", problem.detail(), null, null);
      case INTERNAL_ERROR -> new Refusal(500, "server_error", problem.detail(), null, null);
      case TOO_LARGE -> new Refusal(413, INVALID, problem.detail(), null, null);
      default -> invalid(null, problem.detail());
    };
  }
}
