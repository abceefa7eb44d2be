package io.moderato.moderation;

import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.util.List;

/** What moderators have said of authors. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface AuthorStandings {
  /** @param author key, as comments have it */
  Future<Standing> of(SiteId site, String author);

  /** The same, perhaps as it was some seconds ago, for judging comments; what this process has set counts at once. */
  Future<Standing> lately(SiteId site, String author);

  /** Gives the standing before. */
  Future<Standing> set(SiteId site, String author, Standing standing);

  /**
   * The site's authors who have one, by their keys.
   *
   * @param after the key that the page before ended with; empty for the first page
   * @param limit at most so many
   */
  Future<List<OfAuthor>> all(SiteId site, String after, int limit);

  /** @param author key, as comments have it */
  record OfAuthor(String author, Standing standing) {}
}
