package io.moderato.dashboard;

import io.moderato.audit.Act;
import io.moderato.audit.AuditIds;
import io.moderato.audit.AuditLog;
import io.moderato.desk.ReviewableSites;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.Responses;
import io.moderato.learning.LearningApi;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;

/** For admins: a site's examples as a file, and such a file taken in. Either is written down before it is done. */
public final class ExamplesPages implements Door {
  private static final String PATH = "/models/examples";

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final LearningApi learning;
  private final BiFunction<Site, Buffer, Future<Integer>> takeIn;
  private final AuditLog audit;
  private final AuditIds ids;

  /** @param takeIn takes lines in; completes with how many, or fails with a {@link ProblemException} */
  public ExamplesPages(
      SessionGuard guard,
      ReviewableSites sites,
      LearningApi learning,
      BiFunction<Site, Buffer, Future<Integer>> takeIn,
      AuditLog audit,
      AuditIds ids) {
    this.guard = guard;
    this.sites = sites;
    this.learning = learning;
    this.takeIn = takeIn;
    this.audit = audit;
    this.ids = ids;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guardAdmins(limits.timed(router.get(PATH), "modelsExamples"), limits)
        .handler(this::giveOut);
    guard
        .guardAdmins(limits.timed(router.post(PATH), "modelsTakeExamples"), limits)
        .handler(this::takeIn);
  }

  private void giveOut(RoutingContext ctx) {
    writtenDown(ctx, Act.EXPORT)
        .onSuccess(asked -> asked.ifPresentOrElse(
            site -> {
              ctx.response()
                  .putHeader(
                      HttpHeaders.CONTENT_DISPOSITION,
                      "attachment; filename=\"%s-examples.ndjson\"".formatted(site.id()));
              learning.exportExamples(ctx, site.id());
            },
            () -> ctx.fail(404)))
        .onFailure(ctx::fail);
  }

  /** The body is some lines of a file. */
  private void takeIn(RoutingContext ctx) {
    var lines = Optional.ofNullable(ctx.body().buffer()).orElseGet(Buffer::buffer);
    writtenDown(ctx, Act.IMPORT)
        .onSuccess(asked -> asked.ifPresentOrElse(
            site -> takeIn
                .apply(site, lines)
                .onSuccess(count -> Responses.json(ctx, 200, new JsonObject().put("taken", count)))
                .onFailure(failure -> refuse(ctx, failure)),
            () -> ctx.fail(404)))
        .onFailure(ctx::fail);
  }

  private static void refuse(RoutingContext ctx, Throwable failure) {
    if (failure instanceof ProblemException refused) {
      Responses.json(ctx, refused.problem().type().status(), said(refused.problem()));
    } else {
      ctx.fail(failure);
    }
  }

  /** The first thing that is wrong, with the number of its line among those that were sent. */
  private static JsonObject said(Problem problem) {
    return problem.violations().stream()
        .findFirst()
        .map(first -> {
          var place = first.place().split("/", 3);
          return new JsonObject()
              .put("line", place.length > 1 ? Integer.parseInt(place[1]) + 1 : 1)
              .put("error", (place.length > 2 ? place[2] + ": " : "") + first.detail());
        })
        .orElseGet(() -> new JsonObject().put("error", problem.detail()));
  }

  /** Empty for a site that there is not. */
  private Future<Optional<Site>> writtenDown(RoutingContext ctx, Act act) {
    var who = SignedIn.of(ctx).moderator();
    return sites
        .find(who, ctx.queryParams().get("site"))
        .compose(site -> site.isEmpty()
            ? Future.succeededFuture(site)
            : audit
                .add(ids.entry(who.who(), act).on(site.get().id()).with("what", "examples"))
                .map(site));
  }
}
