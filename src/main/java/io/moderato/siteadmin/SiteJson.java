package io.moderato.siteadmin;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.ActivationRequirements;
import io.moderato.site.ApiKey;
import io.moderato.site.DoorSettings;
import io.moderato.site.DrawRates;
import io.moderato.site.KeySecret;
import io.moderato.site.Privacy;
import io.moderato.site.Scope;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sites and keys as they come in and leave; the JSON that comes in has been validated against the contract. */
final class SiteJson {
  private SiteJson() {}

  static Site newSite(JsonNode json, ApiKey key, Instant now) {
    var id = new SiteId(json.path("id").textValue());
    var bare = new Site(
        id,
        "",
        null,
        List.of(),
        null,
        Privacy.DEFAULT,
        DoorSettings.DEFAULT,
        List.of(),
        List.of(),
        DrawRates.NONE,
        ActivationRequirements.NONE,
        List.of(key),
        List.of(),
        List.of(),
        now,
        1);
    return changed(bare, json);
  }

  /** The site with what the JSON names; the rest stays. */
  static Site changed(Site site, JsonNode json) {
    return new Site(
        site.id(),
        json.has("name") ? json.path("name").textValue() : site.name(),
        json.has("url") ? json.path("url").textValue() : site.url(),
        json.has("languages") ? texts(json.path("languages")) : site.languages(),
        json.has("retentionDays") ? days(json.path("retentionDays")) : site.retentionDays(),
        json.has("privacy") ? privacy(site.privacy(), json.path("privacy")) : site.privacy(),
        json.has("doors") ? doors(site.doors(), json.path("doors")) : site.doors(),
        json.has("sharedLists") ? texts(json.path("sharedLists")) : site.sharedLists(),
        json.has("rejectReasons") ? texts(json.path("rejectReasons")) : site.rejectReasons(),
        json.has("draws") ? draws(site.draws(), json.path("draws")) : site.draws(),
        json.has("requiredToActivate")
            ? RequirementsJson.read(json.path("requiredToActivate"))
            : site.requiredToActivate(),
        site.keys(),
        site.webhooks(),
        site.policies(),
        site.createdAt(),
        site.version());
  }

  static JsonObject site(Site site) {
    var keys = new JsonArray();
    site.keys().forEach(key -> keys.add(key(key)));
    return new JsonObject()
        .put("id", site.id().value())
        .put("name", site.name())
        .put("url", site.url())
        .put("languages", new JsonArray(site.languages()))
        .put("retentionDays", site.retentionDays())
        .put(
            "privacy",
            new JsonObject()
                .put("storeAuthorIp", site.privacy().storeAuthorIp())
                .put("storeAuthorEmail", site.privacy().storeAuthorEmail()))
        .put(
            "doors",
            new JsonObject()
                .put("coralSecrets", site.doors().coralSecrets().size())
                .put("leaveOutUnsupported", site.doors().leaveOutUnsupported())
                .put("ignoreImages", site.doors().ignoreImages()))
        .put("sharedLists", new JsonArray(site.sharedLists()))
        .put("rejectReasons", new JsonArray(site.rejectReasons()))
        .put(
            "draws",
            new JsonObject()
                .put("random", site.draws().random())
                .put("uncertain", site.draws().uncertain())
                .put("unfamiliar", site.draws().unfamiliar()))
        .put("requiredToActivate", RequirementsJson.of(site.requiredToActivate()))
        .put("keys", keys)
        .put("createdAt", site.createdAt().toString());
  }

  /** With the secret, which is shown this once. */
  static JsonObject created(ApiKey key, KeySecret secret) {
    return key(key).put("key", secret.text());
  }

  private static JsonObject key(ApiKey key) {
    var scopes = new JsonArray();
    key.scopes().stream().sorted().map(Scope::word).forEach(scopes::add);
    return new JsonObject()
        .put("id", key.id())
        .put("scopes", scopes)
        .put("createdAt", key.createdAt().toString());
  }

  private static List<String> texts(JsonNode json) {
    var texts = new ArrayList<String>();
    json.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static @Nullable Integer days(JsonNode json) {
    return json.isNull() ? null : json.intValue();
  }

  private static Privacy privacy(Privacy now, JsonNode json) {
    return new Privacy(
        json.path("storeAuthorIp").asBoolean(now.storeAuthorIp()),
        json.path("storeAuthorEmail").asBoolean(now.storeAuthorEmail()));
  }

  private static DrawRates draws(DrawRates now, JsonNode json) {
    return new DrawRates(
        json.path("random").asDouble(now.random()),
        json.path("uncertain").asDouble(now.uncertain()),
        json.path("unfamiliar").asDouble(now.unfamiliar()));
  }

  private static DoorSettings doors(DoorSettings now, JsonNode json) {
    return new DoorSettings(
        json.has("coralSecrets") ? texts(json.path("coralSecrets")) : now.coralSecrets(),
        json.path("leaveOutUnsupported").asBoolean(now.leaveOutUnsupported()),
        json.path("ignoreImages").asBoolean(now.ignoreImages()));
  }
}
