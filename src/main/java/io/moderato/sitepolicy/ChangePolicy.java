package io.moderato.sitepolicy;

import io.moderato.policy.Policy;
import io.moderato.policy.Presets;
import io.moderato.site.PolicyActivation;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Stores new versions of a site's policy, and changes which one decides. Who loses a race is told so or tries again; nothing is overwritten. */
public final class ChangePolicy {
  private static final int MOST_TRIES = 10;

  private final SiteRepository sites;
  private final SiteDirectory directory;
  private final PolicyRepository policies;
  private final SitePolicies sitePolicies;
  private final Clock clock;

  public ChangePolicy(
      SiteRepository sites,
      SiteDirectory directory,
      PolicyRepository policies,
      SitePolicies sitePolicies,
      Clock clock) {
    this.sites = sites;
    this.directory = directory;
    this.policies = policies;
    this.sitePolicies = sitePolicies;
    this.clock = clock;
  }

  /** What became of a change. */
  public sealed interface Outcome {
    /** @param site as it is stored now */
    record Active(Site site) implements Outcome {}

    /** There is no such version, or none to go back to. */
    record Absent() implements Outcome {}

    /** Others changed the site at the same time, again and again. */
    record Lost() implements Outcome {}
  }

  /** Stores the policy as the site's next version; it does not decide yet. Empty if others took every number that was tried. */
  public Future<Optional<StoredPolicy>> store(SiteId site, Policy policy, String by, String note) {
    return store(site, policy, by, note, MOST_TRIES);
  }

  private Future<Optional<StoredPolicy>> store(
      SiteId site, Policy policy, String by, String note, int tries) {
    if (tries == 0) {
      return Future.succeededFuture(Optional.empty());
    }
    return policies.latest(site, Integer.MAX_VALUE, 1).compose(latest -> {
      var version = latest.isEmpty() ? 1 : latest.get(0).version() + 1;
      var stored = new StoredPolicy(site, version, policy.source(), now(), by, note);
      return policies
          .addIfNew(stored)
          .compose(added -> added
              ? Future.succeededFuture(Optional.of(stored))
              : store(site, policy, by, note, tries - 1));
    });
  }

  /** From now on the version decides. Activating what is active already changes nothing. */
  public Future<Outcome> activate(SiteId site, String id, String by) {
    return sitePolicies
        .withId(site, id)
        .compose(found -> found.isEmpty()
            ? Future.succeededFuture(new Outcome.Absent())
            : change(site, by, MOST_TRIES, stored -> Optional.of(id)));
  }

  /** What decided before decides again. Rolling back twice leaves all as it was. */
  public Future<Outcome> rollBack(SiteId site, String by) {
    return change(site, by, MOST_TRIES, ChangePolicy::before);
  }

  private static Optional<String> before(Site site) {
    return switch (site.policies().size()) {
      case 0 -> Optional.empty();
      case 1 ->
        Optional.of(SitePolicies.activeId(site))
            .filter(active -> !active.equals(Presets.DEFAULT_ID))
            .map(active -> Presets.DEFAULT_ID);
      default -> Optional.of(site.policies().get(1).policy());
    };
  }

  /** @param next which version is to decide, by the site as it is stored; empty for none */
  private Future<Outcome> change(
      SiteId id, String by, int tries, Function<Site, Optional<String>> next) {
    if (tries == 0) {
      return Future.succeededFuture(new Outcome.Lost());
    }
    return sites.find(id).compose(found -> {
      var version = found.flatMap(next);
      if (version.isEmpty()) {
        return Future.succeededFuture(new Outcome.Absent());
      }
      var site = found.orElseThrow();
      if (version.get().equals(SitePolicies.activeId(site))) {
        return Future.succeededFuture(new Outcome.Active(site));
      }
      var changed = site.activating(new PolicyActivation(version.get(), now(), by));
      return sites.replace(changed).compose(won -> {
        directory.forget();
        return won
            ? Future.succeededFuture(new Outcome.Active(changed))
            : change(id, by, tries - 1, next);
      });
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
