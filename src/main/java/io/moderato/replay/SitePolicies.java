package io.moderato.replay;

import io.moderato.policy.Policy;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;

public interface SitePolicies {
  Future<Optional<Policy>> withId(SiteId site, String id);

  Future<Optional<Policy>> version(SiteId site, int version);

  Future<Policy> active(SiteId site);
}
