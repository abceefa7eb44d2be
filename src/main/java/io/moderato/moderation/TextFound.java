package io.moderato.moderation;

import io.moderato.classify.Classification;
import io.moderato.comment.Author;
import io.moderato.signals.LinkFinder;
import io.moderato.signals.LinkReader;
import io.moderato.signals.Links;
import io.moderato.signals.ListHits;
import io.moderato.wordlist.Searched;
import io.moderato.wordlist.SiteLists;
import java.util.List;

/** What is found in a comment's text, and by word lists in what is told of its author. */
record TextFound(Classification classification, Links links, ListHits lists) {
  /**
   * Takes time linear in the text; not for an event loop.
   *
   * @param ownAddresses of the site itself
   */
  static TextFound of(
      Classification found, SiteLists lists, Author author, List<String> ownAddresses) {
    var links = LinkFinder.find(found.folded().read());
    var listed = lists.find(Searched.text(found.folded(), links), author);
    return new TextFound(
        found,
        LinkReader.read(links, ownAddresses).withListed(listed.listedLinks()),
        listed.hits());
  }
}
