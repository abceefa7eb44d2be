package io.moderato.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.moderation.AuthorStandings.OfAuthor;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The standings of sites where few authors have one: nearly every author has none, and the store need not say so for each comment. */
final class KnownStandings {
  /** How long a change made by another process may go unnoticed here. */
  static final Duration FRESH = Duration.ofSeconds(5);

  /** Of a site with more, each author is asked for. */
  static final int FEW = 1000;

  private static final int MOST_KEPT = 200_000;

  private final AtomicLong changes = new AtomicLong();
  private final Cache<SiteId, OfSite> known = Caffeine.newBuilder()
      .maximumWeight(MOST_KEPT)
      .<SiteId, OfSite>weigher((site, few) -> 1 + few.byAuthor.size())
      .expireAfterWrite(FRESH)
      .build();

  /** @param isAll whether the others have none */
  record OfSite(boolean isAll, Map<String, Standing> byAuthor) {
    OfSite {
      byAuthor = Map.copyOf(byAuthor);
    }

    /** @param first of the site, one more than {@link #FEW} where there are so many */
    static OfSite of(List<OfAuthor> first) {
      return first.size() > FEW
          ? new OfSite(false, Map.of())
          : new OfSite(
              true, first.stream().collect(Collectors.toMap(OfAuthor::author, OfAuthor::standing)));
    }

    /** Empty where the author has to be asked for. */
    Optional<Standing> standing(String author) {
      return isAll ? Optional.of(byAuthor.getOrDefault(author, Standing.NONE)) : Optional.empty();
    }
  }

  Optional<OfSite> find(SiteId site) {
    return Optional.ofNullable(known.getIfPresent(site));
  }

  /** Before the store is asked; to be handed to {@link #keep}. */
  long changes() {
    return changes.get();
  }

  /** Not what was asked before a change that this process has made since. */
  OfSite keep(SiteId site, OfSite found, long changesBefore) {
    known.put(site, found);
    if (changes.get() != changesBefore) {
      known.invalidate(site);
    }
    return found;
  }

  /** To be called after a change by this process. */
  void forget(SiteId site) {
    changes.incrementAndGet();
    known.invalidate(site);
  }
}
