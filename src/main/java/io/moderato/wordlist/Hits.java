package io.moderato.wordlist;

import io.moderato.signals.ListHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what lists find in one comment. */
final class Hits {
  /** More than these in one comment are not looked for. */
  static final int MOST = 1_000;

  private static final Comparator<ListHit> READING_ORDER = Comparator.comparing(
          (ListHit hit) -> ListField.of(hit.field()))
      .thenComparing(ListHit::begin)
      .thenComparing(ListHit::end);

  private final Set<ListHit> all = new LinkedHashSet<>();
  private final Set<Integer> listedLinks = new HashSet<>();

  boolean isFull() {
    return all.size() >= MOST;
  }

  void add(ListHit hit) {
    if (!isFull()) {
      all.add(hit);
    }
  }

  /** Links of the text, each counted once. */
  void addListedLink(ListHit hit) {
    add(hit);
    if (hit.field().equals(ListField.TEXT.word())) {
      listedLinks.add(hit.begin());
    }
  }

  List<ListHit> inReadingOrder() {
    var sorted = new ArrayList<>(all);
    sorted.sort(READING_ORDER);
    return sorted;
  }

  int listedLinks() {
    return listedLinks.size();
  }
}
