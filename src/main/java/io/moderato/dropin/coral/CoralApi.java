package io.moderato.dropin.coral;

import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.http.JsonBody;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemHandler;
import io.moderato.http.ProblemType;
import io.moderato.http.Responses;
import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.Moderated;
import io.moderato.moderation.Moderated.Stored;
import io.moderato.moderation.Moderated.Unchanged;
import io.moderato.moderation.OutcomeProblems;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The door for Coral's external moderation phase. The site stands in the path, and the signature says who asks; a site that there is
 * not is answered like a wrong signature. Failures are problems, of which Coral looks at the status alone, and then goes on without.
 */
public final class CoralApi implements Door {
  /** Coral waits no longer than 300 ms; what comes later is stored all the same. */
  private static final Duration BUDGET = Duration.ofMillis(250);

  private static final String SITE = "coral.site";

  private final SiteDirectory sites;
  private final ModerateComment moderateComment;
  private final Clock clock;

  public CoralApi(SiteDirectory sites, ModerateComment moderateComment, Clock clock) {
    this.sites = sites;
    this.moderateComment = moderateComment;
    this.clock = clock;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    var route = router.post("/coral/:site").failureHandler(CoralApi::refuse);
    limits.timed(route, "coralModerate");
    limits.bounded(route);
    limits.admitting(route, this::admit);
    limits.withBody(route);
    limits.storing(route).handler(this::moderate);
  }

  /** A site that has Coral's secrets; the signature is looked at when there is a body. */
  private Future<Site> admit(RoutingContext ctx) {
    return siteId(Objects.requireNonNull(ctx.pathParam("site")))
        .map(sites::find)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(found -> found
            .filter(site -> !site.doors().coralSecrets().isEmpty())
            .orElseThrow(CoralApi::unsigned))
        .onSuccess(site -> ctx.put(SITE, site));
  }

  private void moderate(RoutingContext ctx) {
    var site = ctx.<Site>get(SITE);
    var buffer = ctx.body().buffer();
    var body = buffer == null ? new byte[0] : buffer.getBytes();
    var signature = ctx.request().getHeader("X-Coral-Signature");
    if (!CoralSignature.matches(signature, site.doors().coralSecrets(), body)) {
      throw unsigned();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    moderateComment
        .moderate(site, CoralComment.read(site.id(), JsonBody.read(body), now))
        .timeout(BUDGET.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(outcome -> answer(ctx, outcome))
        .onFailure(ctx::fail);
  }

  private static void answer(RoutingContext ctx, Moderated outcome) {
    if (outcome instanceof Stored stored) {
      Responses.json(ctx, 200, CoralAnswer.of(stored.comment()));
    } else if (outcome instanceof Unchanged unchanged) {
      Responses.json(ctx, 200, CoralAnswer.of(unchanged.comment()));
    } else {
      ctx.fail(new ProblemException(OutcomeProblems.of(outcome)));
    }
  }

  private static void refuse(RoutingContext ctx) {
    if (ctx.failure() instanceof TimeoutException && ProblemHandler.canAnswer(ctx)) {
      Responses.problem(
          ctx,
          Problem.retryable(
              ProblemType.OVERLOADED,
              "The comment could not be judged within %d ms.".formatted(BUDGET.toMillis()),
              Duration.ofSeconds(1)));
    } else {
      new ProblemHandler().handle(ctx);
    }
  }

  private static Optional<SiteId> siteId(String text) {
    try {
      return Optional.of(new SiteId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ProblemException unsigned() {
    return new ProblemException(Problem.of(
        ProblemType.UNAUTHORIZED,
        "X-Coral-Signature was not made with a secret that this site has set."));
  }
}
