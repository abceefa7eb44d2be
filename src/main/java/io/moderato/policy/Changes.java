package io.moderato.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Other values for some signals of a comment, in the order in which they were found; a later change of a signal replaces an earlier one. */
record Changes(SignalValues before, SignalValues after, Map<String, Change> bySignal) {
  static Changes none(SignalValues values) {
    return new Changes(values, values, Map.of());
  }

  Changes and(Change change) {
    var more = new LinkedHashMap<>(bySignal);
    more.put(change.signal(), change);
    var values = more.values().stream().collect(Collectors.toMap(Change::signal, Change::to));
    return new Changes(before, before.with(values), more);
  }

  /** Fewer changes are smaller than more. */
  double size() {
    return bySignal.size()
        + bySignal.values().stream().mapToDouble(Change::size).sum();
  }

  /** What people read after "if". */
  String phrase() {
    return bySignal.values().stream().map(Change::phrase).collect(Collectors.joining(" and "));
  }
}
