package io.moderato.sitepolicy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.policy.InvalidPolicyException;
import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.site.Site;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives policies ready to decide. Versions never change, so one that was compiled is kept without asking the store again. Compiling
 * takes milliseconds and happens on a worker thread. Thread-safe.
 */
public final class SitePolicies {
  private static final Logger LOG = LoggerFactory.getLogger(SitePolicies.class);
  private static final long MOST_KEPT = 1000;
  private static final Pattern ID = Pattern.compile("([a-z0-9-]{1,64})@([1-9][0-9]{0,8})");

  private final Vertx vertx;
  private final PolicyRepository policies;
  private final Cache<Key, Policy> compiled =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  public SitePolicies(Vertx vertx, PolicyRepository policies) {
    this.vertx = vertx;
    this.policies = policies;
  }

  private record Key(SiteId site, String id) {}

  /** The id of what decides for a site; the default policy where it chose none. */
  public static String activeId(Site site) {
    return site.policies().isEmpty()
        ? Presets.DEFAULT_ID
        : site.policies().get(0).policy();
  }

  /**
   * What decides for the site. A version that this release can't read any more is replaced by the default policy, which the decision
   * then names; fails while the store can't be used and the version is not known yet, so that no comment is judged by other rules.
   */
  public Future<Policy> active(Site site) {
    var id = activeId(site);
    var known = compiled.getIfPresent(new Key(site.id(), id));
    if (known != null) {
      return Future.succeededFuture(known);
    }
    return withId(site.id(), id)
        .compose(
            found -> found.map(Future::succeededFuture).orElseGet(() -> instead(site, id)),
            failure -> failure instanceof InvalidPolicyException
                ? instead(site, id)
                : Future.failedFuture(failure));
  }

  /**
   * A preset, or a version of the site's own.
   *
   * @param id name and version: {@code house-rules@3}
   */
  public Future<Optional<Policy>> withId(SiteId site, String id) {
    var key = new Key(site, id);
    var known = compiled.getIfPresent(key);
    if (known != null) {
      return Future.succeededFuture(Optional.of(known));
    }
    return Presets.isPreset(id) ? preset(key) : own(key);
  }

  /** A version of the site's own, as it was sent. */
  public Future<Optional<StoredPolicy>> stored(SiteId site, String id) {
    var parts = ID.matcher(id);
    return parts.matches()
        ? policies
            .find(site, Integer.parseInt(parts.group(2)))
            .map(found -> found.filter(stored -> stored.id().equals(id)))
        : Future.succeededFuture(Optional.empty());
  }

  private Future<Optional<Policy>> preset(Key key) {
    return vertx
        .executeBlocking(() -> Presets.withId(key.id()), false)
        .onSuccess(found -> found.ifPresent(policy -> compiled.put(key, policy)));
  }

  private Future<Optional<Policy>> own(Key key) {
    return stored(key.site(), key.id())
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : vertx
                .executeBlocking(
                    () -> Policy.of(found.get().source(), found.get().version()), false)
                .onSuccess(policy -> compiled.put(key, policy))
                .map(Optional::of));
  }

  private Future<Policy> instead(Site site, String id) {
    LOG.atError()
        .addKeyValue("site", site.id())
        .addKeyValue("policy", id)
        .log("policy can't be read, the default policy decides instead");
    return withId(site.id(), Presets.DEFAULT_ID).map(Optional::orElseThrow);
  }
}
