package io.moderato.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Sends a site's past to a running service, and asks for it. */
final class HistoryClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWERED_IN = Duration.ofMinutes(2);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int REFUSED = 300;

  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private final String address;
  private final @Nullable String key;
  private final Duration patience;

  /** @param patience how long to go on trying while the service is down or full */
  HistoryClient(URI url, String site, @Nullable String key, Duration patience) {
    this.address = url.toString().replaceFirst("/+$", "") + "/v1/sites/" + site;
    this.key = key;
    this.patience = patience;
  }

  /** Sends lines once; does not wait. */
  CompletableFuture<HttpResponse<String>> send(List<String> lines) {
    var body = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    var request = request("/history")
        .timeout(ANSWERED_IN)
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
    return http.sendAsync(request, BodyHandlers.ofString());
  }

  /**
   * The answer to what was sent, which is sent again while the service is down or full.
   *
   * @throws StoppedException if that takes too long
   */
  HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> sent, List<String> lines) {
    var giveUpAt = System.nanoTime() + patience.toNanos();
    var pause = SHORTEST_PAUSE;
    var current = sent;
    while (true) {
      String why;
      try {
        var answer = current.join();
        if (answer.statusCode() != 503 && answer.statusCode() != 429) {
          return answer;
        }
        why = "answers " + answer.statusCode();
      } catch (CompletionException e) {
        why = "can't be asked (%s)".formatted(e.getCause());
      }
      if (System.nanoTime() + pause.toNanos() > giveUpAt) {
        throw new StoppedException("%s %s. What it has acknowledged is stored; go on with --resume."
            .formatted(address, why));
      }
      sleep(pause);
      pause =
          pause.compareTo(LONGEST_PAUSE.dividedBy(2)) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
      current = send(lines);
    }
  }

  static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static StoppedException interrupted() {
    Thread.currentThread().interrupt();
    return new StoppedException("Interrupted; go on with --resume.");
  }

  /** Changes the site's settings. */
  void change(JsonNode settings) {
    var request = request("")
        .timeout(ANSWERED_IN)
        .header("Content-Type", "application/json")
        .method("PATCH", BodyPublishers.ofString(settings.toString()));
    var answer = now(request, BodyHandlers.ofString());
    if (answer.statusCode() >= REFUSED) {
      throw refused(answer.statusCode(), answer.body());
    }
  }

  /** Everything of the site, as it comes. */
  InputStream export() throws IOException {
    var answer = now(request("/export").GET(), BodyHandlers.ofInputStream());
    if (answer.statusCode() >= REFUSED) {
      try (var body = answer.body()) {
        throw refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return answer.body();
  }

  private <T> HttpResponse<T> now(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new StoppedException(
          "There is no service at %s (%s). Start it with 'moderato serve', or name it with --url."
              .formatted(address, e));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private HttpRequest.Builder request(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(address + path));
      return key == null ? request : request.header("Authorization", "Bearer " + key);
    } catch (IllegalArgumentException e) {
      throw new StoppedException("--url, --site or --key can't be used: " + e.getMessage());
    }
  }

  static StoppedException refused(int status, String body) {
    return new StoppedException("The service refuses with %d: %s"
        .formatted(status, json(body).path("detail").asText("no reason given")));
  }

  /** Missing for what is no JSON. */
  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
