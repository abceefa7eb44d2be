package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Operation;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/** Takes in the examples of a site as they are given out, and nothing else that a history may hold. */
public final class TakeExamples {
  private final Vertx vertx;
  private final Operation importHistory;
  private final HistoryApi history;

  /** @param importHistory of the contract */
  public TakeExamples(Vertx vertx, Operation importHistory, HistoryApi history) {
    this.vertx = vertx;
    this.importHistory = importHistory;
    this.history = history;
  }

  /**
   * Completes with how many there were; again, the same changes nothing. Fails with a {@link ProblemException} that names the line by a JSON pointer
   * where one is no example, and then none was taken in.
   *
   * @param lines NDJSON
   */
  public Future<Integer> take(Site site, Buffer lines) {
    return vertx
        .executeBlocking(() -> examples(importHistory.valid("application/x-ndjson", lines)), false)
        .compose(examples -> history.take(site, examples))
        .compose(results -> results.stream()
            .filter(result -> result.getInteger("code") >= 400)
            .findFirst()
            .<Future<Integer>>map(failed -> Future.failedFuture(new ProblemException(Problem.of(
                ProblemType.STORE_UNAVAILABLE,
                failed.getJsonObject("problem").getString("detail")))))
            .orElseGet(() -> Future.succeededFuture(results.size())));
  }

  private static JsonNode examples(JsonNode lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!SuggestionPart.KIND.equals(lines.get(i).path("kind").textValue())) {
        throw Results.invalid("/" + i + "/kind", "is no example");
      }
    }
    return lines;
  }
}
