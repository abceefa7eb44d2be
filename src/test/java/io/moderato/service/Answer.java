package io.moderato.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, List<String>> headers, String body) {
  /** This answer, if it has the status; a failure that shows the body if not. */
  Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("expected %d, was %d: %s".formatted(expected, status, body));
    }
    return this;
  }

  /** This answer, if it is a problem of that type; its status has been held against the type's page. */
  Answer expectProblem(int expected, String slug) {
    expect(expected);
    if (!json().path("type").asText().equals("/docs/problems/" + slug)) {
      throw new AssertionError("expected the problem '%s', was %s".formatted(slug, body));
    }
    return this;
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  /** Without parameters; empty where there is none. */
  String mediaType() {
    return header("content-type").orElse("").split(";", 2)[0].strip();
  }

  /** The body as JSON; of NDJSON, an array of its lines. */
  JsonNode json() {
    try {
      if (!mediaType().equals("application/x-ndjson")) {
        return Json.MAPPER.readTree(body);
      }
      var array = JsonNodeFactory.instance.arrayNode();
      for (var line : body.lines().toList()) {
        array.add(Json.MAPPER.readTree(line));
      }
      return array;
    } catch (JacksonException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  /** Of each violation, its {@code pointer} or {@code parameter}. */
  List<String> places() {
    return Json.stream(json().path("errors"))
        .map(error -> error.path("pointer").asText(error.path("parameter").asText()))
        .toList();
  }
}
