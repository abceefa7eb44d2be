package io.moderato.moderation;

import io.moderato.site.SiteId;
import java.util.List;
import java.util.Set;

/**
 * Which of a site's held comments are meant: those that have every facet and every word.
 *
 * @param words folded as those of the comments are
 */
public record HeldFilter(SiteId site, Set<Facet> facets, List<String> words) {
  public HeldFilter {
    facets = Set.copyOf(facets);
    words = List.copyOf(words);
  }

  /** @param typed what a person searches for; empty for nothing */
  public static HeldFilter of(SiteId site, Set<Facet> facets, String typed) {
    return new HeldFilter(site, facets, SearchWords.of(typed));
  }
}
