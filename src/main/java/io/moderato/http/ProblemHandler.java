package io.moderato.http;

import io.moderato.mongo.StoreUnavailableException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure of a request into its problem; the one place where that is decided. */
public final class ProblemHandler implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  @Override
  public void handle(RoutingContext ctx) {
    if (canAnswer(ctx)) {
      Responses.problem(ctx, problem(ctx, ctx.failure()));
    }
  }

  /** Whether the request can still be answered; where it can't, its connection is closed. */
  public static boolean canAnswer(RoutingContext ctx) {
    var tooLate = ctx.response().headWritten() || ctx.response().closed();
    if (tooLate) {
      ctx.request().connection().close();
    }
    return !tooLate;
  }

  /**
   * The problem of a request that failed; a defect is logged. What fails while the body is being read lies with the body or the connection,
   * unless it says otherwise.
   */
  public static Problem problem(RoutingContext ctx, @Nullable Throwable failure) {
    var found = failure == null ? ofStatus(ctx.statusCode()) : of(failure);
    var problem = found.type() == ProblemType.INTERNAL_ERROR && BodyReader.isReading(ctx)
        ? Problem.of(ProblemType.INVALID_REQUEST, "The body could not be read to its end.")
        : found;
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      LOG.atError()
          .addKeyValue("method", ctx.request().method())
          .addKeyValue("operation", ctx.get("operation", "none"))
          .setCause(failure)
          .log("request failed on a defect");
    }
    return problem;
  }

  /** The problem that a failure is answered with. */
  public static Problem of(Throwable failure) {
    if (failure instanceof ProblemException answer) {
      return answer.problem();
    }
    if (failure instanceof StoreUnavailableException) {
      return Problem.retryable(
          ProblemType.STORE_UNAVAILABLE,
          "The store can't be reached or can't write. Nothing was acknowledged; send the request again.",
          Duration.ofSeconds(2));
    }
    if (failure instanceof RejectedExecutionException) {
      return full();
    }
    return failure instanceof HttpException http ? ofStatus(http.getStatusCode()) : ofStatus(500);
  }

  static Problem full() {
    return Problem.retryable(
        ProblemType.OVERLOADED,
        "More requests are under way than this service takes. Send the request again.",
        Duration.ofSeconds(1));
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 400 ->
        Problem.of(
            ProblemType.INVALID_REQUEST, "The request line, a header or the path can't be read.");
      case 404 ->
        Problem.of(
            ProblemType.NOT_FOUND, "Nothing is served at this path; GET /docs lists what is.");
      case 405 ->
        Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "This path does not know the method; GET /docs lists what it knows.");
      case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is larger than this service takes.");
      case 415 ->
        Problem.of(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "The body's media type is not one of this operation's.");
      default ->
        Problem.of(
            ProblemType.INTERNAL_ERROR, "The service failed on this request; its log says why.");
    };
  }
}
