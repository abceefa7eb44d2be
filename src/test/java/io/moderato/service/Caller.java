package io.moderato.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the service under one key. Each answer is held against the contract before anyone sees it, and each problem's page is looked
 * up once.
 *
 * @param key null for none
 */
record Caller(
    URI service, PublishedContract contract, @Nullable String key) {
  static final String JSON = "application/json";
  static final String NDJSON = "application/x-ndjson";

  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(20))
      .build();
  private static final Set<String> PAGES_SEEN = ConcurrentHashMap.newKeySet();

  /** The same key at another process. */
  Caller at(int port) {
    return new Caller(URI.create("http://127.0.0.1:" + port), contract, key);
  }

  Caller withKey(@Nullable String other) {
    return new Caller(service, contract, other);
  }

  Answer get(String target) {
    return send("GET", target, request(target).GET());
  }

  Answer delete(String target) {
    return send("DELETE", target, request(target).DELETE());
  }

  Answer post(String target, JsonNode body) {
    return send("POST", target, JSON, body.toString());
  }

  Answer put(String target, JsonNode body) {
    return send("PUT", target, JSON, body.toString());
  }

  Answer patch(String target, JsonNode body) {
    return send("PATCH", target, JSON, body.toString());
  }

  Answer send(String method, String target, String contentType, String body) {
    return send(
        method,
        target,
        request(target)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body)));
  }

  Answer send(String method, String target, HttpRequest.Builder request) {
    try {
      return checked(method, target, CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("%s %s got no answer".formatted(method, target), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Does not wait. */
  CompletableFuture<Answer> postAsync(String target, JsonNode body) {
    var request = request(target)
        .header("Content-Type", JSON)
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
    return CLIENT
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(response -> checked("POST", target, response));
  }

  /** With the key; {@code target} is the path as it goes over the wire, with its query. */
  HttpRequest.Builder request(String target) {
    var request =
        HttpRequest.newBuilder(URI.create(service + target)).timeout(Duration.ofSeconds(60));
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private Answer checked(String method, String target, HttpResponse<String> response) {
    return checked(
        method,
        target,
        new Answer(response.statusCode(), response.headers().map(), response.body()));
  }

  /** The answer, if the contract declares it. */
  Answer checked(String method, String target, Answer answer) {
    if (answer.status() == 500) {
      throw new AssertionError("%s %s met a defect: %s".formatted(method, target, answer.body()));
    }
    contract.check(method, target, answer);
    if (answer.mediaType().equals("application/problem+json") && !answer.body().isEmpty()) {
      checkProblem(answer);
    }
    return answer;
  }

  private void checkProblem(Answer answer) {
    var problem = answer.json();
    if (problem.path("status").asInt() != answer.status()) {
      throw new AssertionError(
          "status %d says in its body: %s".formatted(answer.status(), answer.body()));
    }
    var page = problem.path("type").asText();
    if (PAGES_SEEN.add(page)) {
      withKey(null).get(page).expect(200);
    }
  }
}
