package io.moderato.moderation;

import io.moderato.comment.CommentId;
import io.moderato.comment.TextFormat;
import io.moderato.http.ProblemException;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.Moderated.Absent;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class CommentsApi {
  private final ModerateComment moderateComment;
  private final EditComment editComment;
  private final ModeratedCommentRepository comments;
  private final SubmissionReader reader;
  private final SubmittedIds ids;

  public CommentsApi(
      ModerateComment moderateComment,
      EditComment editComment,
      ModeratedCommentRepository comments,
      SubmissionReader reader,
      SubmittedIds ids) {
    this.moderateComment = moderateComment;
    this.editComment = editComment;
    this.comments = comments;
    this.reader = reader;
    this.ids = ids;
  }

  public void submitComment(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var key = ctx.request().getHeader("Idempotency-Key");
    var submission = reader.read(site.id(), Requests.body(ctx), () -> ids.idFor(key), "");
    moderateComment
        .moderate(site, submission)
        .onSuccess(outcome -> answer(ctx, outcome, (answered, status) -> {
          if (status == 201) {
            ctx.response().putHeader("Location", address(answered));
          }
          Responses.json(ctx, status, CommentJson.decided(answered));
        }))
        .onFailure(ctx::fail);
  }

  public void getComment(RoutingContext ctx) {
    comments
        .find(Requests.site(ctx).id(), id(ctx))
        .onSuccess(found -> found.ifPresentOrElse(
            comment -> Responses.json(ctx, 200, CommentJson.stored(comment)),
            () -> ctx.fail(new ProblemException(OutcomeProblems.of(new Absent())))))
        .onFailure(ctx::fail);
  }

  public void editComment(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var format = TextFormat.of(body.path("format").asText("text"));
    editComment
        .edit(Requests.site(ctx), id(ctx), body.path("text").textValue(), format)
        .onSuccess(outcome -> answer(
            ctx,
            outcome,
            (comment, status) -> Responses.json(ctx, 200, CommentJson.decided(comment))))
        .onFailure(ctx::fail);
  }

  public void withdrawComment(RoutingContext ctx) {
    editComment
        .withdraw(Requests.site(ctx), id(ctx))
        .onSuccess(outcome -> answer(ctx, outcome, (comment, status) -> Responses.noContent(ctx)))
        .onFailure(ctx::fail);
  }

  /** @param success takes the comment and the status of an answer to a submission */
  private static void answer(
      RoutingContext ctx, Moderated outcome, BiConsumer<ModeratedComment, Integer> success) {
    if (outcome instanceof Stored stored) {
      success.accept(stored.comment(), 201);
    } else if (outcome instanceof Unchanged unchanged) {
      success.accept(unchanged.comment(), 200);
    } else {
      ctx.fail(new ProblemException(OutcomeProblems.of(outcome)));
    }
  }

  private static CommentId id(RoutingContext ctx) {
    return new CommentId(Requests.path(ctx, "comment"));
  }

  private static String address(ModeratedComment moderated) {
    var comment = moderated.comment();
    var id = URLEncoder.encode(comment.id().value(), StandardCharsets.UTF_8).replace("+", "%20");
    return "/v1/sites/" + comment.site().value() + "/comments/" + id;
  }
}
