package io.moderato.learning;

import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.StreamedAnswer;
import io.moderato.moderation.TaughtComments;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class LearningApi {
  /** A lost race is tried again so often. */
  private static final int MOST_TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(LearningApi.class);

  private final LearningRepository repository;
  private final ServedTastes tastes;
  private final LearnSites learn;
  private final ExportExamples export;

  public LearningApi(
      LearningRepository repository,
      ServedTastes tastes,
      LearnSites learn,
      TaughtComments taught,
      SuggestedLabelsRepository suggestions) {
    this.repository = repository;
    this.tastes = tastes;
    this.learn = learn;
    this.export = new ExportExamples(taught, suggestions);
  }

  public void getLearning(RoutingContext ctx) {
    var site = Requests.site(ctx).id();
    of(site).onSuccess(json -> Responses.json(ctx, 200, json)).onFailure(ctx::fail);
  }

  /** As the contract has it, for who shows it otherwise. */
  public Future<JsonObject> of(SiteId site) {
    return repository
        .find(site)
        .map(found -> LearningJson.of(site, found.orElse(Learning.NONE), tastes.isBroken(site)));
  }

  public void rollBackModel(RoutingContext ctx) {
    answer(ctx, rollBack(Requests.site(ctx).id()));
  }

  /** What served before serves again. */
  public Future<JsonObject> rollBack(SiteId site) {
    return change(site, Learning::rolledBack, MOST_TRIES)
        .compose(done -> tastes.renew(site))
        .compose(done -> of(site));
  }

  public void hearAccount(RoutingContext ctx) {
    var heard = Requests.body(ctx).path("heard").booleanValue();
    answer(ctx, hear(Requests.site(ctx).id(), Requests.path(ctx, "account"), heard));
  }

  /** Learns from an account, or not; what serves is made anew soon. */
  public Future<JsonObject> hear(SiteId site, String account, boolean heard) {
    return change(site, learning -> learning.hearing(account, heard), MOST_TRIES)
        .onSuccess(done -> learn.learnSoon(site))
        .compose(done -> of(site));
  }

  /** Drops what knows examples that are to be erased, or were; what serves is made anew without them soon. */
  public Future<Void> forget(SiteId site) {
    return change(site, Learning::forgetting, MOST_TRIES).onSuccess(done -> learn.learnSoon(site));
  }

  private static void answer(RoutingContext ctx, Future<JsonObject> changed) {
    changed.onSuccess(json -> Responses.json(ctx, 200, json)).onFailure(ctx::fail);
  }

  private Future<Void> change(SiteId site, UnaryOperator<Learning> change, int tries) {
    if (tries == 0) {
      return Future.failedFuture(new ProblemException(Problem.of(
          ProblemType.CONFLICT, "The site is learning at this moment. Send the same again.")));
    }
    return repository
        .find(site)
        .map(found -> change.apply(found.orElse(Learning.NONE)).revised())
        .compose(next -> repository.replace(site, next))
        .compose(won -> won ? Future.succeededFuture() : change(site, change, tries - 1));
  }

  public void exportExamples(RoutingContext ctx) {
    exportExamples(ctx, Requests.site(ctx).id());
  }

  /** Writes page by page, as fast as the caller reads. */
  public void exportExamples(RoutingContext ctx, SiteId site) {
    var response = ctx.response();
    export
        .export(site, lines -> {
          if (!response.headWritten()) {
            response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
          }
          return StreamedAnswer.write(response, lines);
        })
        .onSuccess(done -> response.end())
        .onFailure(failure -> {
          if (!response.headWritten()) {
            ctx.fail(failure);
            return;
          }
          LOG.atWarn()
              .addKeyValue("site", site)
              .addKeyValue("reason", failure.getMessage())
              .log("export broke off");
          response.reset();
        });
  }
}
