package io.moderato.review;

import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.review.BulkOutcome.Refused;
import io.moderato.review.BulkOutcome.Started;
import io.moderato.site.SiteId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class CampaignsApi {
  private final DecideCampaign decide;
  private final StandingCampaigns standing;
  private final Clock clock;

  public CampaignsApi(DecideCampaign decide, StandingCampaigns standing, Clock clock) {
    this.decide = decide;
    this.standing = standing;
    this.clock = clock;
  }

  public void listCampaigns(RoutingContext ctx) {
    standing
        .of(site(ctx))
        .onSuccess(found -> {
          var campaigns = new JsonArray();
          found.forEach(each -> campaigns.add(json(each)));
          Responses.json(ctx, 200, new JsonObject().put("campaigns", campaigns));
        })
        .onFailure(ctx::fail);
  }

  public void previewCampaign(RoutingContext ctx) {
    decide
        .preview(site(ctx), campaign(ctx))
        .onSuccess(preview -> {
          if (preview.count() + preview.settled() == 0) {
            ctx.fail(absent());
          } else {
            Responses.json(ctx, 200, json(preview));
          }
        })
        .onFailure(ctx::fail);
  }

  private JsonObject json(CampaignPreview preview) {
    var sample = new JsonArray();
    preview.sample().forEach(row -> sample.add(ReviewJson.row(row, clock.instant())));
    return new JsonObject()
        .put("held", preview.held())
        .put("approved", preview.approved())
        .put("rejected", preview.rejected())
        .put("settled", preview.settled())
        .put("sample", sample)
        .put("standing", orNull(preview.standing()))
        .put("asOf", preview.asOf().toString());
  }

  private static @Nullable JsonObject orNull(@Nullable CampaignDecision decision) {
    return decision == null ? null : json(decision);
  }

  private static JsonObject json(CampaignDecision decision) {
    return new JsonObject()
        .put("campaign", decision.campaign().value())
        .put("act", decision.act().word())
        .put("who", decision.who())
        .put("at", decision.at().toString())
        .put("until", decision.until().toString())
        .put("batch", decision.batch())
        .put("reason", decision.reason())
        .put("note", decision.note());
  }

  public void decideCampaign(RoutingContext ctx) {
    var body = Requests.body(ctx);
    decide
        .decide(
            ReviewApi.who(ctx, body),
            site(ctx),
            campaign(ctx),
            Act.of(body.path("act").textValue()),
            OffsetDateTime.parse(body.path("asOf").textValue()).toInstant(),
            Duration.ofHours(body.path("arrivalsHours").asInt(0)),
            body.path("reason").textValue(),
            body.path("note").textValue())
        .onSuccess(outcome -> {
          if (outcome instanceof Started started) {
            Responses.json(ctx, 202, ReviewJson.batch(started.progress()));
          } else if (outcome instanceof Refused refused) {
            ctx.fail(new ProblemException(Problem.of(ProblemType.INVALID_REQUEST, refused.why())));
          }
        })
        .onFailure(ctx::fail);
  }

  public void endCampaign(RoutingContext ctx) {
    standing
        .end(ReviewApi.who(ctx, Requests.query(ctx, "as")), site(ctx), campaign(ctx))
        .onSuccess(ended -> {
          if (ended) {
            Responses.noContent(ctx);
          } else {
            ctx.fail(absent());
          }
        })
        .onFailure(ctx::fail);
  }

  private static ProblemException absent() {
    return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such campaign."));
  }

  private static SiteId site(RoutingContext ctx) {
    return new SiteId(Requests.path(ctx, "site"));
  }

  private static CommentId campaign(RoutingContext ctx) {
    return new CommentId(Requests.path(ctx, "campaign"));
  }
}
