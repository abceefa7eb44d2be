package io.moderato.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.site.PolicyActivation;
import io.moderato.site.Site;
import io.moderato.siteadmin.ChangeSite;
import io.moderato.sitepolicy.PolicyJson;
import io.moderato.sitepolicy.SitePolicies;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which policy decides, and which did before. */
public final class ActivationPart implements Part {
  private final ChangeSite changeSite;
  private final SitePolicies sitePolicies;

  public ActivationPart(ChangeSite changeSite, SitePolicies sitePolicies) {
    this.changeSite = changeSite;
    this.sitePolicies = sitePolicies;
  }

  @Override
  public String kind() {
    return "activations";
  }

  @Override
  public Future<Void> export(Site site, Function<JsonObject, Future<Void>> out) {
    return site.policies().isEmpty()
        ? Future.succeededFuture()
        : out.apply(new JsonObject()
            .put("latestFirst", PolicyJson.array(site.policies(), PolicyJson::activation)));
  }

  @Override
  public HistoryLine read(Site site, JsonNode json, String pointer) {
    var activations = new ArrayList<PolicyActivation>();
    for (var each : json.path("latestFirst")) {
      activations.add(new PolicyActivation(
          each.path("version").textValue(),
          Times.read(each.path("at"), pointer + "/latestFirst/" + activations.size() + "/at"),
          each.path("by").textValue()));
    }
    return HistoryLine.ofSetting(PolicyPart.KIND, () -> activate(site, activations, pointer));
  }

  private Future<JsonObject> activate(
      Site site, List<PolicyActivation> activations, String pointer) {
    return sitePolicies.withId(site.id(), activations.get(0).policy()).compose(found -> {
      if (found.isEmpty()) {
        throw Results.invalid(
            pointer + "/latestFirst/0/version", "is no preset and no stored version of this site");
      }
      return changeSite
          .change(site.id(), stored -> stored.withPolicies(activations))
          .map(Results.unchanged());
    });
  }
}
