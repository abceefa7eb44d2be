package io.moderato.replay;

import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.Optional;

public final class SitePolicies {
  public Future<Optional<Policy>> withId(SiteId site, String id) {
    return Future.succeededFuture(Presets.withId(id));
  }

  public Future<Policy> active(Site site) {
    return Future.succeededFuture(Presets.defaultPolicy());
  }
}
