package io.moderato.sitepolicy;

import com.fasterxml.jackson.databind.JsonNode;
import io.moderato.policy.Policy;
import io.moderato.site.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Whether a policy may decide from now on. */
public interface ActivationCheck {
  /**
   * Completes with what was found; fails with a problem where the policy must not be activated.
   *
   * @param body {@code PolicyChoice} of the contract
   */
  Future<JsonObject> check(Site site, Policy policy, JsonNode body);
}
