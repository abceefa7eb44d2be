package io.moderato.wordlist;

import io.moderato.signals.ListHits;

/**
 * What lists found in a comment.
 *
 * @param listedLinks links of its text to a domain that stands in a list
 */
public record ListsFound(ListHits hits, int listedLinks) {
  static final ListsFound NOTHING = new ListsFound(ListHits.NONE, 0);
}
