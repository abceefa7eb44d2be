package io.moderato.webhook;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.site.Webhook;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.webhook.Delivery.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class DeliveriesApi {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST_AT_ONCE = 500;
  private static final String TEST = "webhook.test";

  private final DeliveryRepository deliveries;
  private final ChangeSite changeSite;
  private final Supplier<String> ids;
  private final Clock clock;

  /** @param ids new ones that sort by time, 24 characters of hexadecimal */
  public DeliveriesApi(
      DeliveryRepository deliveries, ChangeSite changeSite, Supplier<String> ids, Clock clock) {
    this.deliveries = deliveries;
    this.changeSite = changeSite;
    this.ids = ids;
    this.clock = clock;
  }

  public void testWebhook(RoutingContext ctx) {
    var now = now();
    webhook(ctx)
        .map(webhook -> test(ctx, webhook, now))
        .compose(delivery -> deliveries.addIfNew(delivery).map(delivery))
        .onSuccess(delivery -> Responses.json(ctx, 202, WebhookJson.delivery(delivery)))
        .onFailure(ctx::fail);
  }

  private Delivery test(RoutingContext ctx, Webhook webhook, Instant now) {
    var body = new JsonObject()
        .put("type", TEST)
        .put("timestamp", now.toString())
        .put("data", new JsonObject().put("site", Requests.site(ctx).id().value()));
    var id = ids.get();
    return Delivery.first(
        Requests.site(ctx).id(),
        webhook.id(),
        "",
        0,
        id,
        TEST,
        null,
        "application/json",
        body.encode(),
        now,
        now);
  }

  public void listDeliveries(RoutingContext ctx) {
    var limit = query(ctx, "limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
    var state = query(ctx, "state").map(State::of).orElse(null);
    webhook(ctx)
        .compose(webhook -> deliveries.page(
            Requests.site(ctx).id(),
            webhook.id(),
            state,
            query(ctx, "cursor").orElse(null),
            limit + 1))
        .onSuccess(found -> Responses.json(ctx, 200, page(found, limit)))
        .onFailure(ctx::fail);
  }

  public void redeliver(RoutingContext ctx) {
    webhook(ctx)
        .compose(webhook ->
            deliveries.find(Requests.site(ctx).id(), webhook.id(), Requests.path(ctx, "delivery")))
        .map(found -> found.orElseThrow(() -> new ProblemException(
            Problem.of(ProblemType.NOT_FOUND, "The webhook has no such delivery."))))
        .compose(found -> found.state() == State.WAITING
            ? Future.succeededFuture(found)
            : deliveries.revive(found, found.anew(now())).map(found.anew(now())))
        .onSuccess(delivery -> Responses.json(ctx, 202, WebhookJson.delivery(delivery)))
        .onFailure(ctx::fail);
  }

  /** The oldest of the dead letters come last in a page, and first in each comment's own order. */
  public void redeliverAll(RoutingContext ctx) {
    var site = Requests.site(ctx).id();
    webhook(ctx)
        .compose(webhook -> deliveries.page(site, webhook.id(), State.DEAD, null, MOST_AT_ONCE + 1))
        .compose(found -> {
          var chosen = found.subList(0, Math.min(MOST_AT_ONCE, found.size()));
          var now = now();
          var revived = chosen.stream()
              .map(dead -> deliveries.revive(dead, dead.anew(now)))
              .toList();
          return Future.all(revived)
              .map(done -> new JsonObject()
                  .put("redelivered", chosen.size())
                  .put("more", found.size() > chosen.size()));
        })
        .onSuccess(answer -> Responses.json(ctx, 202, answer))
        .onFailure(ctx::fail);
  }

  private static JsonObject page(List<Delivery> found, int limit) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var array = new JsonArray();
    shown.forEach(delivery -> array.add(WebhookJson.delivery(delivery)));
    var next = found.size() > limit ? shown.get(limit - 1).id() : null;
    return new JsonObject().put("deliveries", array).put("next", next);
  }

  private Future<Webhook> webhook(RoutingContext ctx) {
    return changeSite
        .stored(Requests.site(ctx).id())
        .map(site -> WebhooksApi.known(site, Requests.path(ctx, "webhook")));
  }

  private static Optional<String> query(RoutingContext ctx, String name) {
    return Optional.ofNullable(Requests.query(ctx, name));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
