package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.policy.InvalidPolicyException;
import io.moderato.policy.Policy;
import io.moderato.policy.PolicyReader;
import io.moderato.site.Site;
import io.moderato.sitepolicy.PolicyJson;
import io.moderato.sitepolicy.PolicyRepository;
import io.moderato.sitepolicy.StoredPolicy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The versions of a site's policy, each under the number that decisions name it by. */
public final class PolicyPart implements Part {
  static final String KIND = "policy";

  private static final int AT_ONCE = 20;

  private final Vertx vertx;
  private final PolicyRepository policies;

  public PolicyPart(Vertx vertx, PolicyRepository policies) {
    this.vertx = vertx;
    this.policies = policies;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return Pages.<StoredPolicy>each(
            last -> policies.latest(
                site.id(), last == null ? Integer.MAX_VALUE : last.version(), AT_ONCE),
            AT_ONCE,
            page -> InTurn.each(page, policy -> out.apply(json(policy))))
        .mapEmpty();
  }

  private static JsonObject json(StoredPolicy policy) {
    return new JsonObject()
        .put("version", policy.version())
        .put("createdAt", policy.createdAt().toString())
        .put("by", policy.by())
        .put("note", policy.note())
        .put("source", PolicyJson.source(policy.source()));
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    int version = json.path("version").intValue();
    var createdAt = Times.read(json.path("createdAt"), pointer + "/createdAt");
    return HistoryLine.ofSetting(
        KIND,
        () -> vertx
            .executeBlocking(() -> policy(json.path("source"), pointer), false)
            .compose(policy -> store(new StoredPolicy(
                site.id(),
                version,
                policy.source(),
                createdAt,
                json.path("by").textValue(),
                json.path("note").textValue()))));
  }

  private static Policy policy(JsonNode source, String pointer) {
    try {
      return PolicyReader.readOwn(source);
    } catch (InvalidPolicyException e) {
      var first = e.mistakes().get(0);
      throw Results.invalid(pointer + "/source" + first.pointer(), first.detail());
    }
  }

  private Future<JsonObject> store(StoredPolicy policy) {
    return policies
        .addIfNew(policy)
        .compose(isNew -> isNew
            ? Future.succeededFuture(Results.added())
            : policies
                .find(policy.site(), policy.version())
                .map(stored -> stored.filter(policy::equals).isPresent()
                    ? Results.unchanged()
                    : Results.conflict(
                        "The site has another policy under this version. It was left as it is.")));
  }
}
