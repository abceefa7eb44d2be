package io.moderato.desk;

import io.moderato.audit.Act;
import io.moderato.comment.CommentId;
import io.moderato.http.Door;
import io.moderato.http.DoorLimits;
import io.moderato.moderator.SessionGuard;
import io.moderato.moderator.SignedIn;
import io.moderato.page.Messages;
import io.moderato.page.Pages;
import io.moderato.review.BulkOutcome;
import io.moderato.review.CampaignDecision;
import io.moderato.review.CampaignPreview;
import io.moderato.review.DecideCampaign;
import io.moderato.review.StandingCampaigns;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.template.StaticTemplates;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One decision on a campaign: what it would be done to, the act, and what stands of those that come. */
public final class CampaignPages implements Door {
  private static final List<Integer> DAYS = List.of(0, 1, 7, 30);

  private final SessionGuard guard;
  private final ReviewableSites sites;
  private final QueueViews queue;
  private final DecideCampaign decide;
  private final StandingCampaigns standing;
  private final Names names;
  private final StaticTemplates templates = new StaticTemplates();

  public CampaignPages(
      SessionGuard guard,
      ReviewableSites sites,
      QueueViews queue,
      DecideCampaign decide,
      StandingCampaigns standing,
      Names names) {
    this.guard = guard;
    this.sites = sites;
    this.queue = queue;
    this.decide = decide;
    this.standing = standing;
    this.names = names;
  }

  @Override
  public void mount(Router router, DoorLimits limits) {
    guard
        .guard(limits.timed(router.get("/review/campaign"), "reviewCampaign"), limits)
        .handler(ctx -> preview(ctx, ctx.queryParams()));
    guard
        .guard(limits.timed(router.post("/review/campaign"), "reviewDecideCampaign"), limits)
        .handler(this::act);
    guard
        .guard(limits.timed(router.get("/review/campaigns"), "reviewCampaigns"), limits)
        .handler(this::list);
    guard
        .guard(limits.timed(router.post("/review/campaigns/end"), "reviewEndCampaign"), limits)
        .handler(this::end);
  }

  private void preview(RoutingContext ctx, MultiMap sent) {
    var t = QueuePages.shell(ctx).t();
    asked(ctx, sent)
        .onSuccess(asked -> asked.ifPresentOrElse(
            campaign -> decide
                .preview(campaign.site(), campaign.first())
                .compose(preview -> Future.all(queue.rows(t, preview.sample()), names.known())
                    .map(both -> view(t, campaign, preview, both.resultAt(0))))
                .onSuccess(view -> Pages.answer(ctx, templates.reviewCampaign(t, view)))
                .onFailure(ctx::fail),
            () -> absent(ctx)))
        .onFailure(ctx::fail);
  }

  private record Asked(SiteId site, CommentId first) {}

  /** Empty for what there is not, and for what is not the moderator's. */
  private Future<Optional<Asked>> asked(RoutingContext ctx, MultiMap sent) {
    try {
      var asked = new Asked(
          new SiteId(Optional.ofNullable(sent.get("site")).orElse("")),
          new CommentId(Optional.ofNullable(sent.get("campaign")).orElse("")));
      return sites
          .find(SignedIn.of(ctx).moderator(), asked.site())
          .map(site -> site.map(own -> asked));
    } catch (IllegalArgumentException senseless) {
      return Future.succeededFuture(Optional.empty());
    }
  }

  private void absent(RoutingContext ctx) {
    var t = QueuePages.shell(ctx).t();
    Pages.answer(ctx, 404, templates.reviewSaid(t.text("act.notYours")));
  }

  private CampaignView view(
      Messages t, Asked campaign, CampaignPreview preview, List<RowView> rows) {
    var decision = preview.standing();
    return new CampaignView(
        campaign.site().value(),
        campaign.first().value(),
        preview.held(),
        preview.approved(),
        preview.rejected(),
        preview.settled(),
        rows,
        preview.asOf().toString(),
        decision == null ? "" : sentence(t, decision),
        decision == null ? "" : decision.batch(),
        DAYS);
  }

  private String sentence(Messages t, CampaignDecision decision) {
    return t.text(
        "campaign.standing",
        names.name(t, decision.who()),
        t.text("act." + decision.act().word() + ".name"),
        Ages.full(t, decision.until()));
  }

  private void act(RoutingContext ctx) {
    var form = ctx.request().formAttributes();
    var t = QueuePages.shell(ctx).t();
    var act = DecideCampaign.ACTS.stream()
        .filter(each -> each.name().equals(form.get("act")))
        .findFirst();
    asked(ctx, form)
        .onSuccess(asked -> {
          if (asked.isEmpty() || act.isEmpty()) {
            absent(ctx);
          } else {
            act(ctx, t, asked.get(), act.get(), form);
          }
        })
        .onFailure(ctx::fail);
  }

  private void act(RoutingContext ctx, Messages t, Asked campaign, Act act, MultiMap form) {
    var days =
        DAYS.stream().filter(each -> each.toString().equals(form.get("days"))).findFirst();
    decide
        .decide(
            SignedIn.of(ctx).moderator().who(),
            campaign.site(),
            campaign.first(),
            act,
            asOf(form.get("asOf")),
            Duration.ofDays(days.orElse(0)),
            blankless(form.get("reason")),
            blankless(form.get("note")))
        .onSuccess(outcome -> {
          if (outcome instanceof BulkOutcome.Started started) {
            Pages.answer(ctx, templates.reviewProgress(t, started.progress()));
          } else if (outcome instanceof BulkOutcome.Refused refused) {
            Pages.answer(ctx, 422, templates.reviewSaid(refused.why()));
          }
        })
        .onFailure(ctx::fail);
  }

  private static Instant asOf(@Nullable String text) {
    try {
      return Instant.parse(Optional.ofNullable(text).orElse(""));
    } catch (DateTimeParseException senseless) {
      return Instant.EPOCH; // nothing was seen
    }
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** All that stands on the moderator's sites. */
  private void list(RoutingContext ctx) {
    var t = QueuePages.shell(ctx).t();
    sites
        .of(SignedIn.of(ctx).moderator())
        .compose(own -> Future.all(own.stream().map(Site::id).map(standing::of).toList())
            .compose(found -> names
                .known()
                .map(known -> found.<List<CampaignDecision>>list().stream()
                    .flatMap(List::stream)
                    .map(each -> new StandingView(
                        each.site().value(),
                        each.campaign().value(),
                        sentence(t, each),
                        each.batch()))
                    .toList())))
        .onSuccess(all -> Pages.answer(ctx, templates.reviewCampaigns(t, all)))
        .onFailure(ctx::fail);
  }

  private void end(RoutingContext ctx) {
    asked(ctx, ctx.request().formAttributes())
        .compose(asked -> asked.isEmpty()
            ? Future.succeededFuture(false)
            : standing.end(
                SignedIn.of(ctx).moderator().who(),
                asked.get().site(),
                asked.get().first()))
        .onSuccess(ended -> list(ctx))
        .onFailure(ctx::fail);
  }
}
