package io.moderato.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a running service. */
final class ServiceClient {
  static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 300;
  private static final Duration ANSWERED_IN = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private final URI url;
  private final String base;
  private final @Nullable String key;

  /** @param base path below which all is asked: {@code /v1/sites/my-blog} */
  ServiceClient(URI url, String base, @Nullable String key) {
    this.url = url;
    this.base = base;
    this.key = key;
  }

  /**
   * The answer's JSON; missing where it has no body.
   *
   * @param path below the base: {@code /policy}
   * @param body null for none
   * @throws RefusedException if the service refuses, or can't be asked
   */
  JsonNode ask(String method, String path, @Nullable JsonNode body) {
    var answer = send(request(path, "application/json").method(method, publisher(body)));
    try (var in = answer.body()) {
      var bytes = in.readAllBytes();
      return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    } catch (IOException e) {
      throw new RefusedException("The service's answer can't be read: " + e.getMessage());
    }
  }

  /** Hands on each line of an answer as it comes. */
  void askForLines(String path, JsonNode body, Consumer<JsonNode> line) {
    var answer = send(request(path, "application/x-ndjson").method("POST", publisher(body)));
    try (var in =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (var text = in.readLine(); text != null; text = in.readLine()) {
        line.accept(JSON.readTree(text));
      }
    } catch (IOException e) {
      throw new RefusedException("The answer broke off: " + e.getMessage());
    }
  }

  /** An answer as it comes; the caller closes it. */
  InputStream open(String path) {
    return send(request(path, "application/x-ndjson").GET()).body();
  }

  /** Sends lines once, and does not wait; whatever the answer is, it is the future's. */
  CompletableFuture<HttpResponse<String>> sendLines(String path, List<String> lines) {
    var body = String.join("\n", lines) + "\n";
    var request = request(path, "application/x-ndjson")
        .timeout(ANSWERED_IN)
        .setHeader("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofString(body));
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String accepted) {
    try {
      var address = url.toString().replaceFirst("/+$", "") + base + path;
      var request = HttpRequest.newBuilder(URI.create(address))
          .timeout(Duration.ofMinutes(10))
          .header("Accept", accepted)
          .header("Content-Type", "application/json");
      return key == null ? request : request.header("Authorization", "Bearer " + key);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("--url, --site or --key can't be used: " + e.getMessage());
    }
  }

  private static HttpRequest.BodyPublisher publisher(@Nullable JsonNode body) {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() >= OK) {
        try (var in = answer.body()) {
          throw new RefusedException(sentences(answer.statusCode(), in.readAllBytes()));
        }
      }
      return answer;
    } catch (IOException e) {
      throw new RefusedException(
          "There is no service at %s (%s). Start it with 'moderato serve', or name it with --url."
              .formatted(url, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted");
    }
  }

  /** A problem as people read it: the sentence, then each place. */
  static String sentences(int status, byte[] body) {
    try {
      return sentences(status, JSON.readTree(body));
    } catch (JacksonException e) {
      return "Refused with %d.".formatted(status);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String sentences(int status, JsonNode problem) {
    var text =
        new StringBuilder(problem.path("detail").asText("Refused with %d.".formatted(status)));
    problem
        .path("errors")
        .forEach(error -> text.append("%n  %s: %s"
            .formatted(
                error.path("pointer").asText(error.path("parameter").asText()),
                error.path("detail").asText())));
    return Terminal.plain(text.toString());
  }
}
