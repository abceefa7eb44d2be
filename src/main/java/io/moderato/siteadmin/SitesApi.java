package io.moderato.siteadmin;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.site.ApiKey;
import io.moderato.site.KeySecret;
import io.moderato.site.Scope;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteRepository;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class SitesApi {
  private static final int MOST_KEYS = 100;

  private final SiteRepository sites;
  private final SiteDirectory directory;
  private final ChangeSite changeSite;
  private final Clock clock;

  public SitesApi(SiteRepository sites, SiteDirectory directory, Clock clock) {
    this.sites = sites;
    this.directory = directory;
    this.changeSite = new ChangeSite(sites, directory);
    this.clock = clock;
  }

  public void createSite(RoutingContext ctx) {
    var now = now();
    var secret = KeySecret.random();
    var key = key(secret, EnumSet.allOf(Scope.class), now, null);
    var site = SiteJson.newSite(Requests.body(ctx), key, now);
    sites
        .addIfNew(site)
        .onSuccess(isNew -> {
          if (isNew) {
            directory.forget();
            ctx.response().putHeader("Location", "/v1/sites/" + site.id());
            var created = new JsonObject()
                .put("site", SiteJson.site(site))
                .put("key", SiteJson.created(key, secret));
            Responses.json(ctx, 201, created);
          } else {
            ctx.fail(conflict("A site with this id exists."));
          }
        })
        .onFailure(ctx::fail);
  }

  public void getSite(RoutingContext ctx) {
    changeSite
        .stored(Requests.site(ctx).id())
        .onSuccess(site -> Responses.json(ctx, 200, SiteJson.site(site)))
        .onFailure(ctx::fail);
  }

  public void updateSite(RoutingContext ctx) {
    changeSite
        .change(Requests.site(ctx).id(), site -> SiteJson.changed(site, Requests.body(ctx)))
        .onSuccess(site -> Responses.json(ctx, 200, SiteJson.site(site)))
        .onFailure(ctx::fail);
  }

  public void createKey(RoutingContext ctx) {
    var forAkismet = Requests.body(ctx).path("form").asText().equals("akismet");
    var secret = forAkismet ? KeySecret.randomForAkismet() : KeySecret.random();
    var key = key(secret, scopes(ctx), now(), forAkismet ? secret.text() : null);
    changeSite
        .change(Requests.site(ctx).id(), site -> withKey(site, key))
        .onSuccess(site -> Responses.json(ctx, 201, SiteJson.created(key, secret)))
        .onFailure(ctx::fail);
  }

  public void revokeKey(RoutingContext ctx) {
    var id = Requests.path(ctx, "key");
    changeSite
        .change(Requests.site(ctx).id(), site -> withoutKey(site, id))
        .onSuccess(site -> Responses.noContent(ctx))
        .onFailure(ctx::fail);
  }

  private static Site withKey(Site site, ApiKey key) {
    if (site.keys().size() >= MOST_KEYS) {
      throw conflict("A site has at most %d keys; revoke one first.".formatted(MOST_KEYS));
    }
    return site.withKeys(Stream.concat(site.keys().stream(), Stream.of(key)).toList());
  }

  private static Site withoutKey(Site site, String id) {
    List<ApiKey> left = site.keys().stream().filter(key -> !key.id().equals(id)).toList();
    if (left.size() == site.keys().size()) {
      throw new ProblemException(Problem.of(ProblemType.NOT_FOUND, "The site has no such key."));
    }
    return site.withKeys(left);
  }

  private static Set<Scope> scopes(RoutingContext ctx) {
    return StreamSupport.stream(Requests.body(ctx).path("scopes").spliterator(), false)
        .map(scope -> Scope.of(scope.textValue()))
        .collect(Collectors.toSet());
  }

  private static ApiKey key(
      KeySecret secret, Set<Scope> scopes, Instant now, @Nullable String akismetKey) {
    var id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return new ApiKey(id, secret.hash(), scopes, now, akismetKey);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(ProblemType.CONFLICT, detail));
  }
}
