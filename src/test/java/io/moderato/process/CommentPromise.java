package io.moderato.process;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What a client was promised of one comment, and what it asked for without getting an answer. */
final class CommentPromise {
  private static final List<String> DECISION = List.of(
      "id",
      "site",
      "post",
      "verdict",
      "status",
      "version",
      "reasons",
      "evidence",
      "scores",
      "language",
      "degraded",
      "versions",
      "decidedAt");

  final String id;
  final String post;
  private JsonObject submission;
  private JsonObject decision;
  private String text;
  private String askedText;
  private boolean askedWithdrawal;

  CommentPromise(String id, String post) {
    this.id = id;
    this.post = post;
  }

  static String path(String id) {
    return "/v1/sites/kept/comments/" + id;
  }

  void submit(ServiceProcess service, JsonObject body) throws Exception {
    submission = body;
    var answer = service.post("/v1/sites/kept/comments", body.encode());
    require(201, "submission", answer);
    decision = decisionOf(answer.body());
    text = body.getString("text");
  }

  void edit(ServiceProcess service, String newText) throws Exception {
    askedText = newText;
    var answer =
        service.send("PUT", path(id), new JsonObject().put("text", newText).encode());
    require(200, "edit", answer);
    decision = decisionOf(answer.body());
    text = newText;
    askedText = null;
  }

  void withdraw(ServiceProcess service) throws Exception {
    askedWithdrawal = true;
    var answer = service.send("DELETE", path(id), null);
    require(204, "withdrawal", answer);
    decision = withdrawn();
    askedWithdrawal = false;
  }

  /**
   * Reads the comment after a restart, and tells what is wrong with it. What was asked for without an answer may have happened or
   * not; from now on it is as it is found.
   */
  Optional<String> broken(ServiceProcess service) throws Exception {
    var answer = service.get(path(id));
    if (answer.statusCode() == 404 && decision == null) {
      submit(service, submission);
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      return Optional.of("%s: %d %s".formatted(this, answer.statusCode(), answer.body()));
    }
    var stored = new JsonObject(answer.body());
    var found = decisionOf(answer.body());
    var foundText = stored.getString("text");
    if (decision == null && foundText.equals(submission.getString("text"))) {
      decision = found;
      text = foundText;
      return repeated(service);
    }
    var kept = found.equals(decision) && foundText.equals(text);
    var edited = foundText.equals(askedText)
        && found.getInteger("version").equals(decision.getInteger("version") + 1);
    var withdrawn = askedWithdrawal && found.equals(withdrawn()) && foundText.equals(text);
    askedText = null;
    askedWithdrawal = false;
    if (!kept && !edited && !withdrawn) {
      return Optional.of("%s is stored as %s %s".formatted(this, foundText, found));
    }
    decision = found;
    text = foundText;
    return Optional.empty();
  }

  /** The same submission again is answered with what stands, and changes nothing. */
  private Optional<String> repeated(ServiceProcess service) throws Exception {
    var again = service.post("/v1/sites/kept/comments", submission.encode());
    return again.statusCode() == 200 && decisionOf(again.body()).equals(decision)
        ? Optional.empty()
        : Optional.of("%s again: %d %s".formatted(this, again.statusCode(), again.body()));
  }

  boolean isAcknowledged() {
    return decision != null;
  }

  boolean isWithdrawn() {
    return "withdrawn".equals(status());
  }

  boolean isShown() {
    return "approved".equals(status());
  }

  private String status() {
    return decision == null ? "" : decision.getString("status");
  }

  private JsonObject withdrawn() {
    return decision
        .copy()
        .put("status", "withdrawn")
        .put("version", decision.getInteger("version") + 1);
  }

  private static JsonObject decisionOf(String body) {
    var json = new JsonObject(body);
    var decision = new JsonObject();
    DECISION.forEach(field -> decision.put(field, json.getValue(field)));
    return decision;
  }

  private void require(int expected, String what, HttpResponse<String> answer) {
    if (answer.statusCode() != expected) {
      throw new UnexpectedAnswer(
          "%s of %s: %d %s".formatted(what, this, answer.statusCode(), answer.body()), answer);
    }
  }

  @Override
  public String toString() {
    return "%s, promised as '%s' %s".formatted(id, text, decision);
  }

  /** An answer that is none of those a client can go on from. */
  static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient HttpResponse<String> answer;

    UnexpectedAnswer(String message, HttpResponse<String> answer) {
      super(message);
      this.answer = answer;
    }

    /** Whether it says "not now", and when to come again. */
    boolean isPutOff() {
      return answer.statusCode() == 503
          && answer.headers().firstValue("Retry-After").isPresent();
    }
  }
}
