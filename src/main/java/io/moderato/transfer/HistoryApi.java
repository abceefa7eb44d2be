package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.ImportHistory;
import io.moderato.moderation.InvalidRecordException;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.OutcomeProblems;
import io.moderato.moderation.RecordDocument;
import io.moderato.moderation.SubmissionReader;
import io.moderato.policy.Verdict;
import io.moderato.site.Site;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class HistoryApi {
  /** Who decided what is taken in. */
  static final String BY = "import";

  private final ImportHistory importHistory;
  private final SubmissionReader reader;
  private final Clock clock;

  public HistoryApi(ImportHistory importHistory, SubmissionReader reader, Clock clock) {
    this.importHistory = importHistory;
    this.reader = reader;
    this.clock = clock;
  }

  public void importHistory(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var body = Requests.body(ctx);
    var lines = new ArrayList<HistoryLine>();
    for (int i = 0; i < body.size(); i++) {
      lines.add(line(site, body.get(i), "/" + i));
    }
    new LinesInOrder(lines)
        .run()
        .onSuccess(results -> Responses.many(ctx, results))
        .onFailure(ctx::fail);
  }

  private HistoryLine line(Site site, JsonNode json, String pointer) {
    return switch (json.path("kind").asText()) {
      case "post" -> post(site, json, pointer);
      case "comment" -> comment(site, json, pointer);
      default -> record(site, json, pointer);
    };
  }

  private HistoryLine post(Site site, JsonNode json, String pointer) {
    var told = json.path("post");
    var updatedAt = json.path("updatedAt").textValue();
    var submittedAt = json.path("submittedAt").textValue();
    if (submittedAt != null) { // a post has none; a broken one is told all the same
      time(submittedAt, pointer + "/submittedAt");
    }
    var post = new Post(
        site.id(),
        new PostId(told.path("id").textValue()),
        told.path("url").textValue(),
        told.path("title").textValue(),
        told.path("body").textValue(),
        updatedAt == null ? now() : time(updatedAt, pointer + "/updatedAt"));
    return HistoryLine.ofPost(
        post.id(), () -> importHistory.add(post).map(new JsonObject().put("code", 200)));
  }

  private HistoryLine comment(Site site, JsonNode json, String pointer) {
    var old =
        reader.read(site.id(), json, () -> new CommentId(json.path("id").textValue()), pointer);
    var comment = old.comment();
    var then = decision(json, comment.submittedAt());
    var told = old.post();
    var post = new Post(
        site.id(), told.id(), told.url(), told.title(), told.body(), comment.submittedAt());
    return HistoryLine.ofComment(
        comment.id(),
        comment.parent(),
        post.id(),
        () -> importHistory
            .add(site, old, then)
            .compose(outcome -> importHistory.add(post).map(result(outcome))));
  }

  private HistoryLine record(Site site, JsonNode json, String pointer) {
    try {
      var exported = RecordDocument.read(site.id(), json.path("record").toString());
      return HistoryLine.ofComment(
          exported.comment().id(),
          null,
          exported.comment().post(),
          () -> importHistory.restore(site, exported).map(HistoryApi::result));
    } catch (InvalidRecordException e) {
      throw invalid(pointer + "/record", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable HumanDecision decision(JsonNode json, Instant at) {
    var verdict = json.path("verdict").textValue();
    var labels = new EnumMap<Label, Boolean>(Label.class);
    json.path("labels")
        .properties()
        .forEach(
            label -> labels.put(Label.valueOf(label.getKey()), label.getValue().asBoolean()));
    return verdict == null && labels.isEmpty()
        ? null
        : new HumanDecision(
            verdict == null ? null : Verdict.valueOf(verdict),
            labels,
            BY,
            at,
            json.path("note").textValue());
  }

  private static JsonObject result(Moderated outcome) {
    if (outcome instanceof Stored) {
      return new JsonObject().put("code", 201);
    }
    if (outcome instanceof Unchanged) {
      return new JsonObject().put("code", 200);
    }
    return problem(OutcomeProblems.of(outcome));
  }

  static JsonObject problem(Throwable failure) {
    return problem(ProblemHandler.of(failure));
  }

  private static JsonObject problem(Problem problem) {
    return new JsonObject().put("code", problem.type().status()).put("problem", problem.toJson());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant time(String text, String pointer) {
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw invalid(pointer, "is no time as RFC 3339 has it");
    }
  }

  private static ProblemException invalid(String pointer, String detail) {
    return new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, pointer, detail));
  }
}
