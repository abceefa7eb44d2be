package io.moderato.dropin.perspective;

import io.moderato.classify.ClassifierPool;
import io.moderato.classify.Label;
import io.moderato.dropin.perspective.BatchMessage.Part;
import io.moderato.dropin.perspective.PerspectiveCalls.Method;
import io.moderato.feedback.SuggestedLabelsRepository;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.JsonBody;
import io.moderato.http.ProblemHandler;
import io.moderato.http.PublicAddress;
import io.moderato.site.KnownKey;
import io.moderato.site.SiteDirectory;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The door for clients of Perspective. */
public final class PerspectiveApi implements Door {
  private static final String KEY = "perspective.key";
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String COLON = "(?::|%3[Aa])";

  private final PublicAddress address;
  private final PerspectiveCalls calls;
  private final DiscoveryDocument discovery = new DiscoveryDocument();

  /** @param covered the labels that there is a model for, in some language */
  public PerspectiveApi(
      SiteDirectory sites,
      ClassifierPool classifiers,
      SuggestedLabelsRepository suggestions,
      Set<Label> covered,
      PublicAddress address,
      Clock clock) {
    this.address = address;
    this.calls = new PerspectiveCalls(
        sites,
        new AnalyzeComment(classifiers),
        new SuggestScore(classifiers, suggestions, clock),
        covered);
  }

  /** The attributes that are answered, or that are not, in the order of the contract. */
  public static List<String> attributes(Set<Label> covered, boolean answered) {
    return Arrays.stream(Attribute.values())
        .filter(attribute -> attribute.isCoveredBy(covered) == answered)
        .map(Attribute::name)
        .toList();
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    mount(router, limits, Method.ANALYZE, "perspectiveAnalyze");
    mount(router, limits, Method.SUGGEST_SCORE, "perspectiveSuggestScore");
    var batch = answering(router.post("/batch"));
    limits.timed(batch, "perspectiveBatch");
    limits.bounded(batch);
    limits.withBody(batch);
    limits.answering(batch).handler(this::batch);
    answering(router.getWithRegex("/(?:\\$|%24)discovery/rest")).handler(this::discover);
    answering(router.route("/v1alpha1/*")).handler(ctx -> ctx.fail(Refusal.notFound()));
  }

  private void mount(Router router, DoorLimits limits, Method method, String operation) {
    var path = "/v1alpha1/" + method.path().replace(":", COLON);
    var route = answering(router.routeWithRegex(HttpMethod.POST, path));
    limits.timed(route, operation);
    limits.bounded(route);
    limits.admitting(
        route, ctx -> calls.admit(method, key(ctx)).onSuccess(key -> ctx.put(KEY, key)));
    limits.withBody(route);
    var turns = method == Method.ANALYZE ? limits.answering(route) : limits.storing(route);
    turns.handler(ctx -> calls
        .call(method, ctx.<KnownKey>get(KEY), body(ctx))
        .onSuccess(answer -> send(ctx, Reply.ok(answer)))
        .onFailure(ctx::fail));
  }

  private static Route answering(Route route) {
    return route.failureHandler(ctx -> {
      if (ProblemHandler.canAnswer(ctx)) {
        var reply = reply(ctx, ctx.failure());
        if (reply.code() == 429 || reply.code() == 503) {
          ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        send(ctx, reply);
      }
    });
  }

  private static Reply reply(RoutingContext ctx, @Nullable Throwable failure) {
    var refusal = failure instanceof Refusal refused
        ? refused
        : Refusal.of(ProblemHandler.problem(ctx, failure));
    return new Reply(refusal.code(), refusal.toJson());
  }

  private void batch(RoutingContext ctx) {
    var key = key(ctx);
    var message = BatchMessage.read(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE), bytes(ctx));
    var replies = message.parts().stream()
        .map(
            part -> call(part, key).recover(failure -> Future.succeededFuture(reply(ctx, failure))))
        .toList();
    Future.all(replies)
        .onSuccess(all -> {
          var answer = new BatchAnswer(message.parts(), all.list());
          ctx.response()
              .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
              .end(answer.body());
        })
        .onFailure(ctx::fail);
  }

  /** @param key of the batch, for a part that bears none */
  private Future<Reply> call(Part part, @Nullable String key) {
    var target = part.target().split("\\?", 2);
    var path = target[0].replaceAll("%3[Aa]", ":");
    var method = Stream.of(Method.values())
        .filter(each -> path.equals("/v1alpha1/" + each.path()))
        .findFirst();
    if (method.isEmpty() || !part.method().equals("POST")) {
      return Future.failedFuture(Refusal.notFound());
    }
    var own = target.length == 1 ? Optional.<String>empty() : parameter(target[1], "key");
    return calls
        .admit(method.get(), own.orElse(key))
        .compose(known -> calls.call(method.get(), known, part.body()))
        .map(Reply::ok);
  }

  private void discover(RoutingContext ctx) {
    if (!DiscoveryDocument.VERSION.equals(ctx.queryParams().get("version"))) {
      ctx.fail(Refusal.notFound());
      return;
    }
    var root = address
        .root(ctx.request())
        .orElseThrow(() -> Refusal.malformed("The header Host names no host."));
    send(ctx, Reply.ok(discovery.at(root + "/")));
  }

  private static @Nullable String key(RoutingContext ctx) {
    var parameter = ctx.queryParams().get("key");
    if (parameter != null) {
      return parameter;
    }
    var header = ctx.request().getHeader("X-Goog-Api-Key");
    var authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header == null
            && authorization != null
            && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        ? authorization.substring(7).strip()
        : header;
  }

  private static Optional<String> parameter(String query, String name) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .map(PerspectiveApi::decoded)
        .findFirst();
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded; // no key of ours has a percent sign
    }
  }

  private static byte[] body(RoutingContext ctx) {
    var contentType = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (!JsonBody.isUtf8(contentType)) {
      throw Refusal.malformed("Send the body in UTF-8.");
    }
    return bytes(ctx);
  }

  private static byte[] bytes(RoutingContext ctx) {
    var buffer = ctx.body().buffer();
    var bytes = buffer == null ? new byte[0] : buffer.getBytes();
    var encoding = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
      case "identity" -> bytes;
      case "gzip", "x-gzip" -> GzipBody.unpacked(bytes);
      default ->
        throw Refusal.malformed("Send the body without Content-Encoding, or packed by gzip.");
    };
  }

  private static void send(RoutingContext ctx, Reply reply) {
    var pretty = !"false".equals(ctx.queryParams().get("prettyPrint"));
    ctx.response()
        .setStatusCode(reply.code())
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .end(reply.text(pretty));
  }
}
