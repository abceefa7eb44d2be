package io.moderato.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.Label;
import io.moderato.comment.CommentId;
import io.moderato.http.ProblemException;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.CommentJson;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.OutcomeProblems;
import io.moderato.policy.Verdict;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class FeedbackApi {
  private final RecordFeedback recordFeedback;
  private final Clock clock;

  public FeedbackApi(RecordFeedback recordFeedback, Clock clock) {
    this.recordFeedback = recordFeedback;
    this.clock = clock;
  }

  public void giveFeedback(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var decision =
        decision(body, Requests.caller(ctx), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    recordFeedback
        .record(Requests.site(ctx), id(ctx), decision, version(body))
        .onSuccess(outcome -> answer(ctx, outcome))
        .onFailure(ctx::fail);
  }

  public void undoFeedback(RoutingContext ctx) {
    recordFeedback
        .undo(Requests.site(ctx), id(ctx), Requests.caller(ctx))
        .onSuccess(outcome -> answer(ctx, outcome))
        .onFailure(ctx::fail);
  }

  private static void answer(RoutingContext ctx, Moderated outcome) {
    if (outcome instanceof Stored stored) {
      answer(ctx, stored.comment());
    } else if (outcome instanceof Unchanged unchanged) {
      answer(ctx, unchanged.comment());
    } else {
      ctx.fail(new ProblemException(OutcomeProblems.of(outcome)));
    }
  }

  private static void answer(RoutingContext ctx, ModeratedComment comment) {
    Responses.json(ctx, 200, CommentJson.stored(comment));
  }

  private static HumanDecision decision(JsonNode body, String by, Instant now) {
    var verdict = body.path("verdict").textValue();
    var labels = new EnumMap<Label, Boolean>(Label.class);
    body.path("labels")
        .properties()
        .forEach(
            label -> labels.put(Label.valueOf(label.getKey()), label.getValue().asBoolean()));
    return new HumanDecision(
        verdict == null ? null : Verdict.valueOf(verdict),
        labels,
        by,
        now,
        body.path("note").textValue());
  }

  private static @Nullable Integer version(JsonNode body) {
    return body.path("version").isInt() ? body.path("version").intValue() : null;
  }

  private static CommentId id(RoutingContext ctx) {
    return new CommentId(Requests.path(ctx, "comment"));
  }
}
