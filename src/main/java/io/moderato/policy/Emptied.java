package io.moderato.policy;

import io.moderato.signals.Signal;
import java.util.ArrayList;
import java.util.List;

/** Turns what can't be taken apart by trying the plainest other value of each signal in it. */
record Emptied(List<Signal> signals) implements Candidates {
  @Override
  public List<Change> of(boolean outcome, SignalValues values) {
    var changes = new ArrayList<Change>();
    for (var signal : signals) {
      var value = values.value(signal.name());
      if (value != null) {
        changes.add(emptied(signal, value));
      }
    }
    return changes;
  }

  private static Change emptied(Signal signal, Object value) {
    return switch (signal.type()) {
      case COUNT -> change(signal, 0L, "0");
      case NUMBER -> change(signal, 0.0, "0");
      case FLAG -> change(signal, !(Boolean) value, (Boolean) value ? "false" : "true");
      case TEXT -> change(signal, "", "another");
      case TEXTS -> change(signal, List.of(), "empty");
    };
  }

  private static Change change(Signal signal, Object to, String how) {
    return new Change(signal.name(), to, "%s were %s".formatted(signal.name(), how), 1);
  }
}
