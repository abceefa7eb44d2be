package io.moderato.replay;

import io.moderato.comment.CommentId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.CommentJson;
import io.moderato.moderation.ModeratedComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.policy.Decision;
import io.moderato.site.SiteId;
import io.moderato.sitepolicy.SitePolicies;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class DecisionReplayApi {
  private final ModeratedCommentRepository comments;
  private final SitePolicies policies;

  public DecisionReplayApi(ModeratedCommentRepository comments, SitePolicies policies) {
    this.comments = comments;
    this.policies = policies;
  }

  public void replayDecision(RoutingContext ctx) {
    var site = Requests.site(ctx).id();
    comments
        .find(site, new CommentId(Requests.path(ctx, "comment")))
        .map(found -> found.orElseThrow(
            () -> problem(ProblemType.NOT_FOUND, "The site has no such comment.")))
        .compose(comment -> again(site, comment).map(again -> json(comment, again)))
        .onSuccess(json -> Responses.json(ctx, 200, json))
        .onFailure(ctx::fail);
  }

  private Future<Decision> again(SiteId site, ModeratedComment comment) {
    var id = comment.judgement().decision().policy();
    return policies
        .withId(site, id)
        .map(found -> found
            .orElseThrow(() -> problem(
                ProblemType.CONFLICT,
                "The policy %s that decided is not stored any more, so it can't decide again."
                    .formatted(id)))
            .decide(comment.judgement().signals()));
  }

  private static JsonObject json(ModeratedComment comment, Decision again) {
    var stored = comment.judgement().decision();
    return new JsonObject()
        .put("id", comment.comment().id().value())
        .put("equal", again.equals(stored))
        .put("stored", CommentJson.decision(stored))
        .put("again", CommentJson.decision(again));
  }

  private static ProblemException problem(ProblemType type, String detail) {
    return new ProblemException(Problem.of(type, detail));
  }
}
