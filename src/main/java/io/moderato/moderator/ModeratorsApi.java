package io.moderato.moderator;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.site.SiteId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class ModeratorsApi {
  private static final int DEFAULT_LIMIT = 50;

  private final Accounts accounts;

  public ModeratorsApi(Accounts accounts) {
    this.accounts = accounts;
  }

  public void createModerator(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var made = body.has("password") ? null : NewPassword.random();
    var password = made == null ? chosen(body) : made;
    var sites = sites(body);
    accounts
        .create(
            Requests.caller(ctx),
            body.path("login").textValue(),
            body.path("name").textValue(),
            Objects.requireNonNullElse(role(body), Role.MODERATOR),
            sites == null ? Set.of() : sites,
            password)
        .onSuccess(moderator -> {
          ctx.response().putHeader("Location", "/v1/moderators/" + moderator.login());
          Responses.json(ctx, 201, created(moderator, made));
        })
        .onFailure(ctx::fail);
  }

  public void listModerators(RoutingContext ctx) {
    var asked = Requests.query(ctx, "limit");
    var limit = asked == null ? DEFAULT_LIMIT : Integer.parseInt(asked);
    accounts
        .all(Requests.query(ctx, "cursor"), limit + 1)
        .onSuccess(found -> {
          var shown = found.subList(0, Math.min(limit, found.size()));
          var moderators = new JsonArray();
          shown.forEach(moderator -> moderators.add(json(moderator)));
          var page = new JsonObject()
              .put("moderators", moderators)
              .put("next", found.size() > limit ? shown.get(limit - 1).login() : null);
          Responses.json(ctx, 200, page);
        })
        .onFailure(ctx::fail);
  }

  public void getModerator(RoutingContext ctx) {
    accounts
        .find(login(ctx))
        .onSuccess(moderator -> Responses.json(ctx, 200, json(moderator)))
        .onFailure(ctx::fail);
  }

  public void updateModerator(RoutingContext ctx) {
    var body = Requests.body(ctx);
    var changes = new AccountChanges(
        body.path("name").textValue(),
        role(body),
        sites(body),
        body.has("disabled") ? body.path("disabled").booleanValue() : null);
    accounts
        .change(Requests.caller(ctx), login(ctx), changes)
        .onSuccess(moderator -> Responses.json(ctx, 200, json(moderator)))
        .onFailure(ctx::fail);
  }

  public void setPassword(RoutingContext ctx) {
    var chosen = chosen(Requests.body(ctx));
    var made = chosen == null ? NewPassword.random() : null;
    accounts
        .setPassword(
            Requests.caller(ctx), login(ctx), made == null ? Objects.requireNonNull(chosen) : made)
        .onSuccess(moderator -> Responses.json(ctx, 200, created(moderator, made)))
        .onFailure(ctx::fail);
  }

  public void signOutModerator(RoutingContext ctx) {
    accounts
        .signOutEverywhere(Requests.caller(ctx), login(ctx))
        .onSuccess(ended -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  private static String login(RoutingContext ctx) {
    return Requests.path(ctx, "moderator");
  }

  private static @Nullable NewPassword chosen(JsonNode body) {
    var text = body.path("password").textValue();
    try {
      return text == null ? null : new NewPassword(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.at(ProblemType.INVALID_REQUEST, "/password", String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable Role role(JsonNode body) {
    var word = body.path("role").textValue();
    return word == null ? null : Role.of(word);
  }

  private static @Nullable Set<SiteId> sites(JsonNode body) {
    return body.has("sites")
        ? StreamSupport.stream(body.path("sites").spliterator(), false)
            .map(site -> new SiteId(site.textValue()))
            .collect(Collectors.toSet())
        : null;
  }

  /** @param made null where the password was chosen, and is known */
  private static JsonObject created(Moderator moderator, @Nullable NewPassword made) {
    var json = new JsonObject().put("moderator", json(moderator));
    return made == null ? json : json.put("password", made.text());
  }

  private static JsonObject json(Moderator moderator) {
    return new JsonObject()
        .put("login", moderator.login())
        .put("name", moderator.name())
        .put("role", moderator.role().word())
        .put(
            "sites",
            new JsonArray(moderator.sites().stream().map(SiteId::value).sorted().toList()))
        .put("disabled", moderator.disabled())
        .put("hasPassword", moderator.password() != null)
        .put("createdAt", moderator.createdAt().toString());
  }
}
