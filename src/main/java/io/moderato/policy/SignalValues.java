package io.moderato.policy;

import dev.cel.runtime.CelVariableResolver;
import io.moderato.signals.ListHit;
import io.moderato.signals.SignalCatalogue;
import io.moderato.signals.Signals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the conditions of one policy see of one comment: each value is read when it is first asked for. For one thread. */
final class SignalValues implements CelVariableResolver {
  /** Before a signal's name: whether the signal is there. No one can write such a name. */
  static final String HAS = "@has:";

  /** Rules see so many elements of a list; bounds what a condition can cost. */
  static final int MOST_ELEMENTS = 50;

  private final Signals signals;
  private final Map<String, Condition> definitions;
  private final Map<String, Object> changed;
  private final Map<String, Optional<Object>> known = new HashMap<>();

  private SignalValues(
      Signals signals, Map<String, Condition> definitions, Map<String, Object> changed) {
    this.signals = signals;
    this.definitions = definitions;
    this.changed = changed;
  }

  static SignalValues of(Signals signals, Map<String, Condition> definitions) {
    return new SignalValues(signals, definitions, Map.of());
  }

  /** The same comment if these signals were other ones. */
  SignalValues with(Map<String, Object> others) {
    return new SignalValues(signals, definitions, Map.copyOf(others));
  }

  List<ListHit> listHits() {
    return signals.lists().hits();
  }

  /** What is empty CEL takes for "not known": an expression that needs it has no value either. */
  @Override
  public Optional<Object> find(String name) {
    var found = known.get(name);
    if (found == null) {
      found = Optional.ofNullable(read(name));
      known.put(name, found);
    }
    return found;
  }

  private @Nullable Object read(String name) {
    var definition = definitions.get(name);
    if (definition != null) {
      return definition.evaluate(this);
    }
    if (name.startsWith(HAS)) {
      return value(name.substring(HAS.length())) != null;
    }
    return value(name);
  }

  /** Of a signal; null where it is missing. */
  @Nullable
  Object value(String name) {
    var other = changed.get(name);
    if (other != null) {
      return other;
    }
    var signal = SignalCatalogue.named(name);
    var value = signal.isEmpty() ? null : signal.get().reader().apply(signals);
    return value instanceof List<?> list && list.size() > MOST_ELEMENTS
        ? List.copyOf(list.subList(0, MOST_ELEMENTS))
        : value;
  }
}
