package io.moderato.policy;

import io.moderato.signals.Signal;
import java.util.ArrayList;
import java.util.List;

/** Turns {@code element in list} by taking the element out of the list, or by adding it. */
record Membership(Evaluation element, Signal list) implements Candidates {
  @Override
  public List<Change> of(boolean outcome, SignalValues values) {
    if (!(values.value(list.name()) instanceof List<?> elements)
        || !(element.of(values) instanceof String text)) {
      return List.of();
    }
    var others = new ArrayList<Object>(elements);
    if (outcome) {
      others.removeIf(text::equals);
    } else {
      others.add(text);
    }
    var phrase =
        "%s %s %s".formatted(list.name(), outcome ? "did not hold" : "held", Shown.of(text));
    return List.of(new Change(list.name(), List.copyOf(others), phrase, 0.5));
  }
}
