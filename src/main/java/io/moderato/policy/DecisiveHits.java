package io.moderato.policy;

import io.moderato.signals.ListHit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds for which hits of word lists a condition matched: it is tried with each list alone, and without any. */
record DecisiveHits(Condition condition, SignalValues values) {
  private static final String NAMES = "lists.names";
  private static final String COUNT = "lists.hits";

  List<ListHit> hits() {
    var hits = values.listHits();
    if (hits.isEmpty() || !readsLists() || condition.matches(without())) {
      return List.of();
    }
    var alone = hits.stream()
        .map(ListHit::list)
        .distinct()
        .filter(list -> condition.matches(values.with(Map.of(NAMES, List.of(list)))))
        .toList();
    Predicate<ListHit> isDecisive = hit -> alone.isEmpty() || alone.contains(hit.list());
    return hits.stream().filter(isDecisive).limit(Reason.MOST_HITS).toList();
  }

  private boolean readsLists() {
    return condition.reads().contains(NAMES) || condition.reads().contains(COUNT);
  }

  private SignalValues without() {
    return values.with(Map.of(NAMES, List.of(), COUNT, 0L));
  }
}
