package io.moderato.siteadmin;

import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.vertx.core.Future;
import java.util.function.UnaryOperator;

/** Changes a stored site though others may do so at the same time. */
public final class ChangeSite {
  private static final int MOST_TRIES = 5;

  private final SiteRepository sites;
  private final SiteDirectory directory;

  public ChangeSite(SiteRepository sites, SiteDirectory directory) {
    this.sites = sites;
    this.directory = directory;
  }

  /**
   * Reads, changes and stores again; a lost race is tried again. Fails with a {@link ProblemException} for an absent site and for too
   * many lost races, and with whatever the change throws.
   */
  public Future<Site> change(SiteId id, UnaryOperator<Site> change) {
    return change(id, MOST_TRIES, change);
  }

  private Future<Site> change(SiteId id, int tries, UnaryOperator<Site> change) {
    if (tries == 0) {
      return Future.failedFuture(new ProblemException(Problem.of(
          ProblemType.CONFLICT,
          "The site was changed by others at the same time. Send the change again.")));
    }
    return stored(id).compose(site -> {
      var changed = change.apply(site);
      return sites.replace(changed).compose(won -> {
        directory.forget();
        return won ? Future.succeededFuture(changed) : change(id, tries - 1, change);
      });
    });
  }

  /** As the store has it now, whatever the directory remembers. */
  public Future<Site> stored(SiteId id) {
    return sites
        .find(id)
        .map(found -> found.orElseThrow(() ->
            new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no such site."))));
  }
}
