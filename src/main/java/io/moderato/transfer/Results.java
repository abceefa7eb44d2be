package io.moderato.transfer;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.vertx.core.json.JsonObject;

/** What became of a line, as the contract has it. */
final class Results {
  private Results() {}

  static JsonObject added() {
    return new JsonObject().put("code", 201);
  }

  static JsonObject unchanged() {
    return new JsonObject().put("code", 200);
  }

  static JsonObject conflict(String detail) {
    return problem(Problem.of(ProblemType.CONFLICT, detail));
  }

  static JsonObject problem(Throwable failure) {
    return problem(ProblemHandler.of(failure));
  }

  static JsonObject problem(Problem problem) {
    return new JsonObject().put("code", problem.type().status()).put("problem", problem.toJson());
  }

  /** Refuses a line. */
  static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, pointer, detail));
  }
}
