package io.moderato.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends a site's past to a running service, again and again while it is down or full. */
final class HistoryClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final ServiceClient service;
  private final Duration patience;

  /** @param patience how long to go on trying while the service is down or full */
  HistoryClient(ServiceClient service, Duration patience) {
    this.service = service;
    this.patience = patience;
  }

  /** Sends lines once; does not wait. */
  CompletableFuture<HttpResponse<String>> send(List<String> lines) {
    return service.sendLines("/history", lines);
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
        throw new StoppedException(
            "The service %s. What it has acknowledged is stored; go on with --resume."
                .formatted(why));
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
