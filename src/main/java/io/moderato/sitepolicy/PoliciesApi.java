package io.moderato.sitepolicy;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.http.Requests;
import io.moderato.http.Responses;
import io.moderato.http.Violation;
import io.moderato.policy.InvalidPolicyException;
import io.moderato.policy.Policy;
import io.moderato.policy.PolicyDiff;
import io.moderato.policy.PolicyReader;
import io.moderato.policy.Presets;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.moderato.sitepolicy.ChangePolicy.Outcome;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Each method is one operation and bears its operationId from openapi.yaml. */
public final class PoliciesApi {
  private static final int PAGE = 50;

  private final ChangePolicy changePolicy;
  private final PolicyRepository policies;
  private final SitePolicies sitePolicies;
  private final ActivationCheck activationCheck;

  public PoliciesApi(
      ChangePolicy changePolicy,
      PolicyRepository policies,
      SitePolicies sitePolicies,
      ActivationCheck activationCheck) {
    this.changePolicy = changePolicy;
    this.policies = policies;
    this.sitePolicies = sitePolicies;
    this.activationCheck = activationCheck;
  }

  public void listPresets(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(PoliciesApi::presets, false)
        .onSuccess(presets -> Responses.json(ctx, 200, new JsonObject().put("presets", presets)))
        .onFailure(ctx::fail);
  }

  private static JsonArray presets() {
    return PolicyJson.array(
        Presets.names().stream().flatMap(name -> Presets.named(name).stream()).toList(),
        preset -> PolicyJson.version(preset.id(), preset.source()));
  }

  public void getPolicy(RoutingContext ctx) {
    var site = Requests.site(ctx);
    policy(site.id(), SitePolicies.activeId(site))
        .onSuccess(policy -> Responses.json(ctx, 200, PolicyJson.active(site, policy.source())))
        .onFailure(ctx::fail);
  }

  public void putPolicy(RoutingContext ctx) {
    var note = Optional.ofNullable(Requests.query(ctx, "note")).orElse("");
    read(ctx)
        .compose(policy -> changePolicy
            .store(Requests.site(ctx).id(), policy, Requests.caller(ctx), note)
            .map(stored -> PolicyJson.stored(stored.orElseThrow(PoliciesApi::lost))
                .put("warnings", PolicyJson.warnings(policy.warnings()))))
        .onSuccess(stored -> Responses.json(ctx, 201, stored))
        .onFailure(ctx::fail);
  }

  public void checkPolicy(RoutingContext ctx) {
    read(ctx)
        .onSuccess(policy -> Responses.json(
            ctx, 200, new JsonObject().put("warnings", PolicyJson.warnings(policy.warnings()))))
        .onFailure(ctx::fail);
  }

  public void listPolicyVersions(RoutingContext ctx) {
    var below = Optional.ofNullable(Requests.query(ctx, "below"))
        .map(Integer::parseInt)
        .orElse(Integer.MAX_VALUE);
    policies
        .latest(Requests.site(ctx).id(), below, PAGE)
        .onSuccess(page -> Responses.json(
            ctx,
            200,
            new JsonObject()
                .put("versions", PolicyJson.array(page, PolicyJson::stored))
                .put("next", page.size() < PAGE ? null : page.get(PAGE - 1).version())))
        .onFailure(ctx::fail);
  }

  public void getPolicyVersion(RoutingContext ctx) {
    var id = Requests.path(ctx, "version");
    var site = Requests.site(ctx).id();
    var found = Presets.isPreset(id)
        ? policy(site, id).map(preset -> PolicyJson.version(id, preset.source()))
        : stored(site, id)
            .map(stored ->
                PolicyJson.stored(stored).put("source", PolicyJson.source(stored.source())));
    found.onSuccess(json -> Responses.json(ctx, 200, json)).onFailure(ctx::fail);
  }

  public void diffPolicies(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var from = Optional.ofNullable(Requests.query(ctx, "from"))
        .orElseGet(() -> SitePolicies.activeId(site));
    to(ctx)
        .compose(to -> policy(site.id(), from)
            .compose(old -> policy(site.id(), to)
                .map(other ->
                    PolicyJson.diff(from, to, PolicyDiff.of(old.source(), other.source())))))
        .onSuccess(diff -> Responses.json(ctx, 200, diff))
        .onFailure(ctx::fail);
  }

  /** What is asked for, else the latest of the site's own versions, else what is active. */
  private Future<String> to(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var asked = Requests.query(ctx, "to");
    return asked != null
        ? Future.succeededFuture(asked)
        : policies
            .latest(site.id(), Integer.MAX_VALUE, 1)
            .map(latest ->
                latest.isEmpty() ? SitePolicies.activeId(site) : latest.get(0).id());
  }

  public void activatePolicy(RoutingContext ctx) {
    var site = Requests.site(ctx);
    var body = Requests.body(ctx);
    var id = body.path("version").textValue();
    policy(site.id(), id)
        .compose(policy -> activationCheck.check(site, policy, body))
        .compose(history -> changePolicy
            .activate(site.id(), id, Requests.caller(ctx))
            .compose(outcome -> answered(outcome, noSuchVersion()))
            .map(active -> active.put("tried", history)))
        .onSuccess(active -> Responses.json(ctx, 200, active))
        .onFailure(ctx::fail);
  }

  public void rollBackPolicy(RoutingContext ctx) {
    changePolicy
        .rollBack(Requests.site(ctx).id(), Requests.caller(ctx))
        .compose(outcome -> answered(
            outcome, problem(ProblemType.CONFLICT, "No other policy decided before this one.")))
        .onSuccess(active -> Responses.json(ctx, 200, active))
        .onFailure(ctx::fail);
  }

  private Future<JsonObject> answered(Outcome outcome, ProblemException absent) {
    if (outcome instanceof Outcome.Active active) {
      return active(active.site());
    }
    return Future.failedFuture(outcome instanceof Outcome.Absent ? absent : lost());
  }

  private Future<JsonObject> active(Site site) {
    return policy(site.id(), SitePolicies.activeId(site))
        .map(policy -> PolicyJson.active(site, policy.source()));
  }

  private Future<Policy> policy(SiteId site, String id) {
    return sitePolicies
        .withId(site, id)
        .map(found -> found.orElseThrow(PoliciesApi::noSuchVersion));
  }

  private Future<StoredPolicy> stored(SiteId site, String id) {
    return sitePolicies
        .stored(site, id)
        .map(found -> found.orElseThrow(PoliciesApi::noSuchVersion));
  }

  /** On a worker thread: a large policy takes a while. */
  private static Future<Policy> read(RoutingContext ctx) {
    JsonNode body = Requests.body(ctx);
    return ctx.vertx().executeBlocking(() -> own(body), false);
  }

  private static Policy own(JsonNode body) {
    try {
      return PolicyReader.readOwn(body);
    } catch (InvalidPolicyException e) {
      throw new ProblemException(new Problem(
          ProblemType.INVALID_REQUEST,
          e.mistakes().size() == 1
              ? e.mistakes().get(0).sentence()
              : "The policy has %d mistakes; errors names each."
                  .formatted(e.mistakes().size()),
          e.mistakes().stream()
              .limit(100)
              .map(mistake -> Violation.inBody(mistake.pointer(), mistake.detail()))
              .toList(),
          null));
    }
  }

  private static ProblemException noSuchVersion() {
    return problem(ProblemType.NOT_FOUND, "The site has no such version of a policy.");
  }

  private static ProblemException lost() {
    return problem(
        ProblemType.CONFLICT,
        "The site's policy was changed by others at the same time. Send the change again.");
  }

  private static ProblemException problem(ProblemType type, String detail) {
    return new ProblemException(Problem.of(type, detail));
  }
}
