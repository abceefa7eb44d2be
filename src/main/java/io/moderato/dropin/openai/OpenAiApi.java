package io.moderato.dropin.openai;

import io.moderato.classify.Classification;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.ClassifierPool.Request;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.JsonBody;
import io.moderato.http.ProblemHandler;
import io.moderato.site.KnownKey;
import io.moderato.site.Scope;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The door for clients of OpenAI's moderations. */
public final class OpenAiApi implements Door {
  private static final String KEY = "openai.key";

  /** By these names clients ask for the one model there is. */
  private static final List<String> ALIASES = List.of(
      ModerationRequest.DEFAULT_MODEL,
      "omni-moderation-2024-09-26",
      "text-moderation-latest",
      "text-moderation-stable",
      "default");

  private final SiteDirectory sites;
  private final ClassifierPool classifiers;
  private final String model;

  /** @param model name and version of what scores: {@code base@2026.11} */
  public OpenAiApi(SiteDirectory sites, ClassifierPool classifiers, String model) {
    this.sites = sites;
    this.classifiers = classifiers;
    this.model = model;
  }

  /** The categories that are answered, or that are not, in the order of the contract. */
  public static List<String> categories(Set<Label> covered, boolean answered) {
    return Arrays.stream(Category.values())
        .filter(category -> category.isCoveredBy(covered) == answered)
        .map(Category::key)
        .toList();
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    var moderations =
        route(router, limits, HttpMethod.POST, "/v1/moderations/?", "openaiModerations");
    limits.withBody(moderations);
    limits.answering(moderations).handler(this::moderate);
    route(router, limits, HttpMethod.GET, "/v1/models/?", "openaiModels").handler(this::listModels);
    route(router, limits, HttpMethod.GET, "/v1/models/(?<model>[^/]+)/?", "openaiModel")
        .handler(this::getModel);
    answering(router.routeWithRegex("/v1/(?:moderations|models)(?:/.*)?"))
        .handler(ctx -> ctx.fail(
            Refusal.unknownAddress(ctx.request().method().name(), ctx.request().path())));
  }

  private Route route(
      Router router, DoorLimits limits, HttpMethod method, String path, String operation) {
    var route = answering(router.routeWithRegex(method, path));
    limits.timed(route, operation);
    limits.bounded(route);
    return limits.admitting(route, ctx -> admit(ctx).onSuccess(key -> ctx.put(KEY, key)));
  }

  private Future<KnownKey> admit(RoutingContext ctx) {
    var header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    var key = header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? header.substring(7).strip()
        : "";
    return KnownKey.find(sites, key).compose(found -> {
      if (found.isEmpty()) {
        return Future.failedFuture(Refusal.unknownKey());
      }
      return found.get().allows(Scope.SUBMIT)
          ? Future.succeededFuture(found.get())
          : Future.failedFuture(Refusal.missingScope(Scope.SUBMIT.word()));
    });
  }

  private void moderate(RoutingContext ctx) {
    var site = site(ctx);
    var request = ModerationRequest.read(JsonBody.read(body(ctx)), site.doors().ignoreImages());
    if (!models(site).contains(request.model())) {
      throw Refusal.unknownModel(request.model());
    }
    classifiers
        .classify(request.texts().stream()
            .map(text -> new Request(text, TextFormat.TEXT))
            .toList())
        .onSuccess(found -> answer(ctx, found))
        .onFailure(ctx::fail);
  }

  private void answer(RoutingContext ctx, List<Classification> found) {
    var notMeasured = found.stream()
        .filter(each -> !each.supported())
        .map(Classification::language)
        .distinct()
        .collect(Collectors.joining(", "));
    if (!notMeasured
        .isEmpty()) { // the contract has no place for it, and its clients pass over a header
      ctx.response().putHeader("x-moderato-languages-not-measured", notMeasured);
    }
    var results = new JsonArray();
    found.forEach(each -> results.add(ModerationJson.result(each)));
    send(
        ctx,
        200,
        new JsonObject()
            .put("id", "modr-" + UUID.randomUUID().toString().replace("-", ""))
            .put("model", model)
            .put("results", results));
  }

  private void listModels(RoutingContext ctx) {
    var list = new JsonArray();
    models(site(ctx)).forEach(name -> list.add(json(name)));
    send(ctx, 200, new JsonObject().put("object", "list").put("data", list));
  }

  private void getModel(RoutingContext ctx) {
    var name = Objects.requireNonNull(ctx.pathParam("model"));
    if (!models(site(ctx)).contains(name)) {
      throw Refusal.unknownModel(name);
    }
    send(ctx, 200, json(name));
  }

  /** What the site may ask for; all are the same model. */
  private List<String> models(Site site) {
    return Stream.concat(ALIASES.stream(), Stream.of("site:" + site.id(), model))
        .toList();
  }

  private static JsonObject json(String name) {
    return new JsonObject()
        .put("id", name)
        .put("object", "model")
        .put("created", Instant.parse("2026-11-22T00:00:00Z").getEpochSecond())
        .put("owned_by", "moderato");
  }

  private static byte[] body(RoutingContext ctx) {
    var contentType = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (!JsonBody.isUtf8(contentType)) {
      throw Refusal.invalid(null, "Send the body in UTF-8.");
    }
    var encoding = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refusal.invalid(null, "Send the body without Content-Encoding.");
    }
    var buffer = ctx.body().buffer();
    return buffer == null ? new byte[0] : buffer.getBytes();
  }

  private static Site site(RoutingContext ctx) {
    return ctx.<KnownKey>get(KEY).site();
  }

  private static Route answering(Route route) {
    return route.failureHandler(ctx -> {
      if (ProblemHandler.canAnswer(ctx)) {
        var refusal = ctx.failure() instanceof Refusal refused
            ? refused
            : Refusal.of(ProblemHandler.problem(ctx, ctx.failure()));
        if (refusal.isForLater()) {
          ctx.response()
              .putHeader(HttpHeaders.RETRY_AFTER, "1")
              .putHeader("retry-after-ms", "1000");
        }
        send(ctx, refusal.status(), refusal.toJson());
      }
    });
  }

  private static void send(RoutingContext ctx, int status, JsonObject body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader("x-request-id", "req_" + UUID.randomUUID().toString().replace("-", ""))
        .end(body.encode());
  }
}
