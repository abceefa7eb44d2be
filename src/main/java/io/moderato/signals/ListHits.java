package io.moderato.signals;

import java.util.List;

/**
 * What word lists found.
 *
 * @param hits in reading order; at most {@link #MOST}
 * @param count of all hits, also of those left out
 */
public record ListHits(List<ListHit> hits, int count) {
  /** More hits than these are counted and not kept. */
  public static final int MOST = 50;

  public static final ListHits NONE = new ListHits(List.of(), 0);

  public ListHits {
    hits = List.copyOf(hits);
  }

  /** The lists that were hit, each once. */
  public List<String> names() {
    return hits.stream().map(ListHit::list).distinct().toList();
  }
}
