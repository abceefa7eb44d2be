package io.moderato.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.site.Site;
import io.moderato.site.Webhook;
import io.moderato.site.WebhookSecret;
import io.moderato.siteadmin.ChangeSite;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class WebhooksApi {
  private static final int MOST_WEBHOOKS = 10;

  /** How long the former secret signs beside the new one. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private final ChangeSite changeSite;
  private final AddressGuard guard;
  private final Clock clock;

  public WebhooksApi(ChangeSite changeSite, AddressGuard guard, Clock clock) {
    this.changeSite = changeSite;
    this.guard = guard;
    this.clock = clock;
  }

  public void createWebhook(RoutingContext ctx) {
    var now = now();
    var body = Requests.body(ctx);
    var secret = WebhookSecret.random(now);
    var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    var webhook = new Webhook(id, url(body), events(body), true, List.of(secret), now);
    changeSite
        .change(Requests.site(ctx).id(), site -> with(site, webhook))
        .onSuccess(done -> Responses.json(ctx, 201, WebhookJson.withSecret(webhook, secret, now)))
        .onFailure(ctx::fail);
  }

  public void listWebhooks(RoutingContext ctx) {
    var now = now();
    changeSite
        .stored(Requests.site(ctx).id())
        .onSuccess(site -> {
          var webhooks = new JsonArray();
          site.webhooks().forEach(webhook -> webhooks.add(WebhookJson.webhook(webhook, now)));
          Responses.json(ctx, 200, new JsonObject().put("webhooks", webhooks));
        })
        .onFailure(ctx::fail);
  }

  public void updateWebhook(RoutingContext ctx) {
    var body = Requests.body(ctx);
    change(ctx, webhook -> changed(webhook, body))
        .onSuccess(webhook -> Responses.json(ctx, 200, WebhookJson.webhook(webhook, now())))
        .onFailure(ctx::fail);
  }

  public void rotateWebhookSecret(RoutingContext ctx) {
    var now = now();
    var secret = WebhookSecret.random(now);
    change(ctx, webhook -> webhook.rotated(secret, now.plus(OVERLAP)))
        .onSuccess(
            webhook -> Responses.json(ctx, 201, WebhookJson.withSecret(webhook, secret, now)))
        .onFailure(ctx::fail);
  }

  /** What waits for it goes with it, when it is next looked at. */
  public void deleteWebhook(RoutingContext ctx) {
    var id = Requests.path(ctx, "webhook");
    changeSite
        .change(Requests.site(ctx).id(), site -> {
          known(site, id);
          return site.withWebhooks(site.webhooks().stream()
              .filter(webhook -> !webhook.id().equals(id))
              .toList());
        })
        .onSuccess(done -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  private Future<Webhook> change(RoutingContext ctx, UnaryOperator<Webhook> change) {
    var id = Requests.path(ctx, "webhook");
    return changeSite
        .change(Requests.site(ctx).id(), site -> {
          known(site, id);
          return site.withWebhooks(site.webhooks().stream()
              .map(webhook -> webhook.id().equals(id) ? change.apply(webhook) : webhook)
              .toList());
        })
        .map(site -> known(site, id));
  }

  private Webhook changed(Webhook webhook, JsonNode body) {
    return new Webhook(
        webhook.id(),
        body.has("url") ? url(body) : webhook.url(),
        body.has("events") ? events(body) : webhook.events(),
        body.path("enabled").asBoolean(webhook.enabled()),
        webhook.secrets(),
        webhook.createdAt());
  }

  /**
   * The site with one webhook more.
   *
   * @throws ProblemException if it has as many as it may have
   */
  public static Site with(Site site, Webhook webhook) {
    if (site.webhooks().size() >= MOST_WEBHOOKS) {
      throw new ProblemException(Problem.of(
          ProblemType.CONFLICT,
          "A site has at most %d webhooks; delete one first.".formatted(MOST_WEBHOOKS)));
    }
    return site.withWebhooks(
        Stream.concat(site.webhooks().stream(), Stream.of(webhook)).toList());
  }

  /** The site's webhook of that id, or the problem that there is none. */
  static Webhook known(Site site, String id) {
    return site.webhook(id)
        .orElseThrow(() -> new ProblemException(
            Problem.of(ProblemType.NOT_FOUND, "The site has no such webhook.")));
  }

  private String url(JsonNode body) {
    var url = body.path("url").textValue();
    try {
      return guard.read(url).toString();
    } catch (RefusedAddressException refused) {
      throw new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, "/url", refused.why()));
    }
  }

  private static Set<String> events(JsonNode body) {
    return StreamSupport.stream(body.path("events").spliterator(), false)
        .map(JsonNode::textValue)
        .collect(Collectors.toSet());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
