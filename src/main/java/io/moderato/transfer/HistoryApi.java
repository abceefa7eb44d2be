package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
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
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class HistoryApi {
  /** Who decided what is taken in. */
  static final String BY = "import";

  private final ImportHistory importHistory;
  private final List<Part> parts;
  private final SubmissionReader reader;
  private final Clock clock;

  /** @param parts one for each kind of line that the contract has beside posts and comments */
  public HistoryApi(
      ImportHistory importHistory, List<Part> parts, SubmissionReader reader, Clock clock) {
    this.importHistory = importHistory;
    this.parts = List.copyOf(parts);
    this.reader = reader;
    this.clock = clock;
  }

  public void importHistory(RoutingContext ctx) {
    take(Requests.site(ctx), Requests.body(ctx))
        .onSuccess(results -> Responses.many(ctx, results))
        .onFailure(ctx::fail);
  }

  /** @param valid as the contract has the body; gives each line's result */
  Future<List<JsonObject>> take(Site site, JsonNode valid) {
    var lines = new ArrayList<HistoryLine>();
    for (int i = 0; i < valid.size(); i++) {
      lines.add(line(site, valid.get(i), "/" + i));
    }
    return new LinesInOrder(lines).run();
  }

  private HistoryLine line(Site site, JsonNode json, String pointer) {
    var kind = json.path("kind").textValue();
    return switch (kind) {
      case "post" -> post(site, json, pointer);
      case "comment" -> comment(site, json, pointer);
      case "record" -> record(site, json, pointer);
      default -> part(kind).read(site, json.path(kind), pointer + "/" + kind);
    };
  }

  private Part part(String kind) {
    return parts.stream().filter(part -> part.kind().equals(kind)).findFirst().orElseThrow();
  }

  private HistoryLine post(Site site, JsonNode json, String pointer) {
    var told = json.path("post");
    if (json.hasNonNull("submittedAt")) { // a post has none; a broken one is told all the same
      Times.read(json.path("submittedAt"), pointer + "/submittedAt");
    }
    var post = new Post(
        site.id(),
        new PostId(told.path("id").textValue()),
        told.path("url").textValue(),
        told.path("title").textValue(),
        told.path("body").textValue(),
        json.hasNonNull("updatedAt")
            ? Times.read(json.path("updatedAt"), pointer + "/updatedAt")
            : now());
    return HistoryLine.ofPost(post.id(), () -> importHistory.add(post).map(Results.unchanged()));
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
      throw Results.invalid(pointer + "/record", String.valueOf(e.getMessage()));
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
      return Results.added();
    }
    if (outcome instanceof Unchanged) {
      return Results.unchanged();
    }
    return Results.problem(OutcomeProblems.of(outcome));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
