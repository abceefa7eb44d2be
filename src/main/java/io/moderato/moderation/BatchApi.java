package io.moderato.moderation;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.comment.CommentId;
import io.moderato.http.ProblemHandler;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class BatchApi {
  /** So many comments of a batch are under way at once. */
  private static final int WINDOW = 32;

  private final ModerateComment moderateComment;
  private final SubmissionReader reader;
  private final SubmittedIds ids;

  public BatchApi(ModerateComment moderateComment, SubmissionReader reader, SubmittedIds ids) {
    this.moderateComment = moderateComment;
    this.reader = reader;
    this.ids = ids;
  }

  public void submitComments(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var submissions = submissions(site, Requests.body(ctx));
    moderateAll(site, submissions)
        .onSuccess(results -> Responses.many(ctx, results))
        .onFailure(ctx::fail);
  }

  private List<Submission> submissions(Site site, JsonNode body) {
    var submissions = new ArrayList<Submission>();
    for (int i = 0; i < body.size(); i++) {
      submissions.add(reader.read(site.id(), body.get(i), () -> ids.idFor(null), "/" + i));
    }
    return submissions;
  }

  /** In windows, so that a large batch leaves room for others; an answer or a repeat waits for the comment it refers to. */
  private Future<List<JsonObject>> moderateAll(Site site, List<Submission> submissions) {
    var started = new ArrayList<Future<JsonObject>>();
    var byId = new HashMap<CommentId, Future<JsonObject>>();
    for (int i = 0; i < submissions.size(); i++) {
      var submission = submissions.get(i);
      var windowMoved =
          i < WINDOW ? Future.succeededFuture(new JsonObject()) : started.get(i - WINDOW);
      var result = Future.all(List.of(
              windowMoved, earlier(byId, submission.comment().id()), parent(byId, submission)))
          .compose(ready -> result(site, submission));
      started.add(result);
      byId.put(submission.comment().id(), result);
    }
    return Future.all(started).map(all -> all.list());
  }

  private static Future<JsonObject> earlier(Map<CommentId, Future<JsonObject>> byId, CommentId id) {
    return byId.getOrDefault(id, Future.succeededFuture(new JsonObject()));
  }

  private static Future<JsonObject> parent(
      Map<CommentId, Future<JsonObject>> byId, Submission submission) {
    var parent = submission.comment().parent();
    return parent == null ? Future.succeededFuture(new JsonObject()) : earlier(byId, parent);
  }

  private Future<JsonObject> result(Site site, Submission submission) {
    return moderateComment
        .moderate(site, submission)
        .map(BatchApi::result)
        .otherwise(failure -> result(ProblemHandler.of(failure).toJson()));
  }

  private static JsonObject result(Moderated outcome) {
    if (outcome instanceof Stored stored) {
      return new JsonObject()
          .put("code", 201)
          .put("comment", CommentJson.decided(stored.comment()));
    }
    if (outcome instanceof Unchanged unchanged) {
      return new JsonObject()
          .put("code", 200)
          .put("comment", CommentJson.decided(unchanged.comment()));
    }
    return result(OutcomeProblems.of(outcome).toJson());
  }

  private static JsonObject result(JsonObject problem) {
    return new JsonObject().put("code", problem.getInteger("status")).put("problem", problem);
  }
}
