package io.moderato.moderation;

import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import io.vertx.core.Future;

/** What moderators have said of authors. Each future fails with {@code StoreUnavailableException} while the store can't be used. */
public interface AuthorStandings {
  /** @param author key, as comments have it */
  Future<Standing> of(SiteId site, String author);

  /** Gives the standing before. */
  Future<Standing> set(SiteId site, String author, Standing standing);
}
