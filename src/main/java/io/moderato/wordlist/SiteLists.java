package io.moderato.wordlist;

import io.moderato.comment.Author;
import io.moderato.signals.ListHits;
import java.util.List;

/** The lists that a site goes by: its own, and the shared ones that it has chosen. Immutable. */
public record SiteLists(List<CompiledList> lists) {
  public static final SiteLists NONE = new SiteLists(List.of());

  public SiteLists {
    lists = List.copyOf(lists);
  }

  /** Takes time linear in the text; not for an event loop. */
  public ListsFound find(Searched text, Author author) {
    if (lists.isEmpty()) {
      return ListsFound.NOTHING;
    }
    var hits = new Hits();
    lists.forEach(list -> list.find(text, hits));
    if (lists.stream().anyMatch(CompiledList::looksAtAuthors)) {
      for (var field : Searched.of(author)) {
        lists.forEach(list -> list.find(field, hits));
      }
    }
    var all = hits.inReadingOrder();
    var kept = all.subList(0, Math.min(all.size(), ListHits.MOST));
    return new ListsFound(new ListHits(kept, all.size()), hits.listedLinks());
  }
}
