package io.moderato.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.Period;
import io.moderato.site.SiteId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ReplayApi {
  private static final String NDJSON = "application/x-ndjson";

  /** More take so long that whoever waits wants to hear of it. */
  private static final int MOST_IN_ONE_PIECE = 100_000;

  private static final int USUAL_FLIPS = 100;

  private final TrialReader trials;
  private final Replay replay;
  private final ReplayThreads threads;

  public ReplayApi(TrialReader trials, Replay replay, ReplayThreads threads) {
    this.trials = trials;
    this.replay = replay;
    this.threads = threads;
  }

  public void replayPolicy(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var span = span(body);
    var site = Requests.site(ctx).id();
    var inLines = wantsLines(ctx);
    if (!inLines && span.last() > MOST_IN_ONE_PIECE) {
      throw invalid(
          "/last",
          "more than %d are told of as they are decided on: send 'Accept: %s'"
              .formatted(MOST_IN_ONE_PIECE, NDJSON));
    }
    trials
        .read(Requests.site(ctx), body)
        .onSuccess(trial -> {
          if (inLines) {
            answerInLines(ctx, site, span, trial);
          } else {
            answer(ctx, site, span, trial, body.path("flips").asInt(USUAL_FLIPS));
          }
        })
        .onFailure(ctx::fail);
  }

  private void answer(RoutingContext ctx, SiteId site, Span span, Trial trial, int flips) {
    var watcher = new ListedFlips(flips, () -> ctx.response().closed());
    threads
        .run(site, () -> replay.run(site, span, trial, watcher))
        .onSuccess(report -> {
          var listed = new JsonArray();
          watcher.flips().forEach(flip -> listed.add(ReplayJson.flip(flip)));
          var json = ReplayJson.report(report);
          json.getJsonObject("flips").put("listed", listed);
          Responses.json(ctx, 200, json);
        })
        .onFailure(failure -> {
          if (!(failure instanceof CancellationException)) {
            ctx.fail(failure);
          }
        });
  }

  private void answerInLines(RoutingContext ctx, SiteId site, Span span, Trial trial) {
    var response = ctx.response();
    threads
        .run(site, () -> {
          response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, NDJSON);
          return replay.run(site, span, trial, new ReplayLines(response, span.last()));
        })
        .onSuccess(report -> response.end(ReplayLines.line("report", ReplayJson.report(report))))
        .onFailure(failure -> {
          if (response.closed()) {
            return; // nobody waits
          }
          if (response.headWritten()) {
            response.end(ReplayLines.line("problem", ProblemHandler.of(failure).toJson()));
          } else {
            response.setChunked(false);
            ctx.fail(failure);
          }
        });
  }

  private static boolean wantsLines(RoutingContext ctx) {
    var accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(java.util.Locale.ROOT).contains(NDJSON);
  }

  static Span span(JsonNode body) {
    var from = time(body, "from");
    var to = time(body, "to");
    if (from != null && to != null && !from.isBefore(to)) {
      throw invalid("/to", "must be later than 'from'");
    }
    return new Span(new Period(from, to), body.path("last").asInt(Span.USUAL));
  }

  private static @Nullable Instant time(JsonNode body, String field) {
    var text = body.path(field).textValue();
    if (text == null) {
      return null;
    }
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      if (instant.toEpochMilli() >= 0) {
        return instant;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // said below
    }
    throw invalid("/" + field, "is no time since 1970 as RFC 3339 has it");
  }

  private static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, pointer, detail));
  }
}
