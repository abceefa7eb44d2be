package io.moderato.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.classify.ClassificationJson;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderation.Period;
import io.moderato.replay.ShadowReport.Disagreement;
import io.moderato.site.Site;
import io.moderato.sitepolicy.SitePolicies;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ShadowApi {
  private final ShadowRepository repository;
  private final Shadows shadows;
  private final SitePolicies policies;
  private final CandidateModels models;
  private final PastDecisions past;
  private final ReplayThreads threads;
  private final Clock clock;

  public ShadowApi(
      ShadowRepository repository,
      Shadows shadows,
      SitePolicies policies,
      CandidateModels models,
      ModeratedCommentRepository comments,
      ReplayThreads threads,
      Clock clock) {
    this.repository = repository;
    this.shadows = shadows;
    this.policies = policies;
    this.models = models;
    this.past = new PastDecisions(comments);
    this.threads = threads;
    this.clock = clock;
  }

  public void putShadow(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var body = Requests.body(ctx);
    var model = body.path("model").textValue();
    policy(site, body)
        .compose(policy -> usable(model).map(policy))
        .map(policy ->
            new Shadow(site.id(), policy, model, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
        .compose(shadow ->
            repository.put(shadow).compose(done -> shadows.renew(site.id())).map(shadow))
        .onSuccess(shadow -> Responses.json(ctx, 200, json(shadow)))
        .onFailure(ctx::fail);
  }

  /** The id of what is asked for, else of what is active now. */
  private Future<String> policy(Site site, JsonNode body) {
    var id = body.path("version").textValue();
    return id == null
        ? policies.active(site).map(active -> active.id())
        : policies
            .withId(site.id(), id)
            .map(found -> found
                .orElseThrow(() -> new ProblemException(Problem.at(
                    ProblemType.INVALID_REQUEST,
                    "/version",
                    "is no preset and no stored version of this site")))
                .id());
  }

  private Future<Void> usable(@Nullable String model) {
    return model == null ? Future.succeededFuture() : models.load(model).mapEmpty();
  }

  public void endShadow(RoutingContext ctx) {
    var site = Requests.site(ctx).id();
    repository
        .remove(site)
        .compose(done -> shadows.renew(site))
        .onSuccess(done -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  public void getShadow(RoutingContext ctx) {
    var site = Requests.site(ctx).id();
    var last =
        Optional.ofNullable(Requests.query(ctx, "last")).map(Integer::parseInt).orElse(Span.USUAL);
    repository
        .find(site)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(new JsonObject().put("shadow", null))
            : threads.run(site, () -> report(found.get(), last, ctx)))
        .onSuccess(json -> Responses.json(ctx, 200, json))
        .onFailure(failure -> {
          if (!(failure instanceof CancellationException)) {
            ctx.fail(failure);
          }
        });
  }

  private JsonObject report(Shadow shadow, int last, RoutingContext ctx) {
    var report = new ShadowReport(shadow.id());
    var span = new Span(new Period(shadow.since(), null), last);
    past.read(
        shadow.site(),
        span,
        false,
        () -> ctx.response().closed(),
        page -> page.forEach(report::add));
    var listed = new JsonArray();
    report.listed().forEach(each -> listed.add(json(each)));
    return new JsonObject()
        .put("shadow", json(shadow))
        .put("compared", report.matrix().total())
        .put("without", report.without())
        .put("matrix", ReplayJson.matrix(report.matrix()))
        .put(
            "human",
            new JsonObject()
                .put("decided", report.active().decided().total())
                .put("active", ReplayJson.agreement(report.active()))
                .put("shadow", ReplayJson.agreement(report.shadow())))
        .put(
            "disagreements",
            new JsonObject().put("total", report.matrix().flips()).put("listed", listed));
  }

  private static JsonObject json(Shadow shadow) {
    return new JsonObject()
        .put("version", shadow.policy())
        .put("model", shadow.model())
        .put("since", shadow.since().toString());
  }

  private static JsonObject json(Disagreement each) {
    var scores = each.shadow().scores();
    var human = each.past().human();
    return new JsonObject()
        .put("id", each.past().id().value())
        .put("decidedAt", each.past().decidedAt().toString())
        .put("active", each.past().verdict().name())
        .put("shadow", each.shadow().verdict().name())
        .put("rules", new JsonArray(each.shadow().rules()))
        .put("scores", scores == null ? null : ClassificationJson.scores(scores))
        .put("human", human == null ? null : human.name());
  }
}
