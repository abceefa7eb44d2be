package io.moderato.webhook;

import io.moderato.site.Webhook;
import io.moderato.site.WebhookSecret;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Webhooks and deliveries as they leave; see {@code Webhook}, {@code WebhookDelivery} of the contract. */
final class WebhookJson {
  private WebhookJson() {}

  static JsonObject webhook(Webhook webhook, Instant now) {
    var secrets = new JsonArray();
    webhook.secretsAt(now).forEach(secret -> secrets.add(secret(secret)));
    return new JsonObject()
        .put("id", webhook.id())
        .put("url", webhook.url())
        .put("events", new JsonArray(webhook.events().stream().sorted().toList()))
        .put("enabled", webhook.enabled())
        .put("secrets", secrets)
        .put("createdAt", webhook.createdAt().toString());
  }

  /** With the newest secret, which is shown this once. */
  static JsonObject withSecret(Webhook webhook, WebhookSecret secret, Instant now) {
    return webhook(webhook, now).put("secret", secret.text());
  }

  private static JsonObject secret(WebhookSecret secret) {
    var end = secret.end();
    return new JsonObject()
        .put("createdAt", secret.createdAt().toString())
        .put("end", end == null ? null : end.toString());
  }

  static JsonObject delivery(Delivery delivery) {
    var doneAt = delivery.doneAt();
    return new JsonObject()
        .put("id", delivery.id())
        .put("event", delivery.event())
        .put("type", delivery.type())
        .put("comment", delivery.comment().isEmpty() ? null : delivery.comment())
        .put("at", delivery.at().toString())
        .put("state", delivery.state().word())
        .put("attempts", delivery.attempts())
        .put("status", delivery.status())
        .put("error", delivery.error())
        .put("dueAt", doneAt == null ? delivery.dueAt().toString() : null)
        .put("doneAt", doneAt == null ? null : doneAt.toString());
  }
}
