package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.Site;
import io.moderato.site.Webhook;
import io.moderato.site.WebhookSecret;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.webhook.AddressGuard;
import io.moderato.webhook.RefusedAddressException;
import io.moderato.webhook.WebhooksApi;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A site's webhooks, without their secrets. One that comes back is switched off and has a secret that nobody knows: whoever wants it
 * asks for a new one first.
 */
public final class WebhookPart implements Part {
  private final ChangeSite changeSite;
  private final AddressGuard guard;
  private final Clock clock;

  public WebhookPart(ChangeSite changeSite, AddressGuard guard, Clock clock) {
    this.changeSite = changeSite;
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return InTurn.each(
        site.webhooks(),
        webhook -> out.apply(new JsonObject()
            .put("id", webhook.id())
            .put("url", webhook.url())
            .put("events", new JsonArray(webhook.events().stream().sorted().toList()))
            .put("createdAt", webhook.createdAt().toString())));
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var webhook = new Webhook(
        json.path("id").textValue(),
        url(json, pointer),
        events(json),
        false,
        List.of(WebhookSecret.random(clock.instant())),
        Times.read(json.path("createdAt"), pointer + "/createdAt"));
    return HistoryLine.ofSetting(kind(), () -> add(site, webhook));
  }

  private String url(JsonNode json, String pointer) {
    try {
      return guard.read(json.path("url").textValue()).toString();
    } catch (RefusedAddressException refused) {
      throw Results.invalid(pointer + "/url", refused.why());
    }
  }

  private static Set<String> events(JsonNode json) {
    var events = new HashSet<String>();
    json.path("events").forEach(event -> events.add(event.textValue()));
    return events;
  }

  private Future<JsonObject> add(Site site, Webhook webhook) {
    return changeSite
        .change(
            site.id(),
            stored -> stored.webhook(webhook.id()).isPresent()
                ? stored
                : WebhooksApi.with(stored, webhook))
        .map(Results.unchanged());
  }
}
