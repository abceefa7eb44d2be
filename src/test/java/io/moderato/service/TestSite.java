package io.moderato.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A site of one test.
 *
 * @param caller has every scope
 */
record TestSite(RunningService service, String id, Caller caller) {
  static final String HARMLESS = "Thanks, this cleared up a lot for me.";

  /** Words that the shipped policy does not let through. */
  static final String SPAM =
      "FREE followers!!! Buy cheap followers and likes now, visit http://followers.example.com and earn money from home $$$";

  String address() {
    return "/v1/sites/" + id;
  }

  String comments() {
    return address() + "/comments";
  }

  String comment(String comment) {
    return comments() + "/" + encoded(comment);
  }

  /** Where people work on what is held. */
  String review() {
    return "/v1/review/" + id;
  }

  String post(String post) {
    return address() + "/posts/" + encoded(post);
  }

  String policy() {
    return address() + "/policy";
  }

  /** Stores a version of the site's own policy; gives its id. */
  String putPolicy(JsonNode policy) {
    return caller.put(policy(), policy).expect(201).json().path("version").asText();
  }

  void activate(String policy) {
    caller.post(policy() + "/activate", Json.object("version", policy)).expect(200);
  }

  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static ObjectNode submission(String comment, String post, String text) {
    return Json.object("id", comment, "post", Json.object("id", post), "text", text);
  }

  Answer submit(String comment, String post, String text) {
    return submit(submission(comment, post, text));
  }

  Answer submit(JsonNode submission) {
    return caller.post(comments(), submission);
  }

  Answer read(String comment) {
    return caller.get(comment(comment));
  }

  /** Adds a key that has just these scopes; answers as {@code CreatedKey}. */
  JsonNode addKey(List<String> scopes) {
    return caller
        .post(address() + "/keys", Json.object("scopes", scopes))
        .expect(201)
        .json();
  }
}
