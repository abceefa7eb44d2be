package io.moderato.wordlist;

import io.moderato.site.SiteId;

/**
 * Whose lists: a site's, or the operator's, which sites share.
 *
 * @param key the site's id; empty for the operator
 */
public record ListOwner(String key) {
  public static final ListOwner OPERATOR = new ListOwner("");

  public static ListOwner of(SiteId site) {
    return new ListOwner(site.value());
  }
}
