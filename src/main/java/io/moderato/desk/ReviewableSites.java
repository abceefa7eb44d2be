package io.moderato.desk;

import io.moderato.moderator.Moderator;
import io.moderato.site.Site;
import io.moderato.site.SiteDirectory;
import io.moderato.site.SiteId;
import io.moderato.site.SiteRepository;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose comments somebody may review. */
public final class ReviewableSites {
  /** An admin of more sites than these sees the first ones in lists, and every one by its name. */
  private static final int MOST = 500;

  private final SiteRepository sites;
  private final SiteDirectory directory;

  public ReviewableSites(SiteRepository sites, SiteDirectory directory) {
    this.sites = sites;
    this.directory = directory;
  }

  /** All of them, by their ids; a site that is gone is left out. */
  public Future<List<Site>> of(Moderator moderator) {
    if (moderator.isAdmin()) {
      return sites.all(null, MOST);
    }
    var found = moderator.sites().stream()
        .map(SiteId::value)
        .sorted()
        .limit(MOST)
        .map(id -> directory.find(new SiteId(id)))
        .toList();
    return Future.all(found)
        .map(
            all -> all.<Optional<Site>>list().stream().flatMap(Optional::stream).toList());
  }

  /** One of them as a request names it; empty for a foreign one, as for one that is not there or that no site can be called. */
  public Future<Optional<Site>> find(Moderator moderator, @Nullable String asked) {
    SiteId id;
    try {
      id = new SiteId(Optional.ofNullable(asked).orElse(""));
    } catch (IllegalArgumentException senseless) {
      return Future.succeededFuture(Optional.empty());
    }
    return find(moderator, id);
  }

  /** One of them; empty for a foreign one as for one that is not there. */
  public Future<Optional<Site>> find(Moderator moderator, SiteId id) {
    return moderator.mayReview(id) ? directory.find(id) : Future.succeededFuture(Optional.empty());
  }
}
