package io.moderato.policy;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression: a rule's condition, or a definition. Thread-safe.
 *
 * @param reads the signals that it and the definitions in it name, each once, in the order in which they stand there
 * @param uses the definitions that stand in it
 * @param part what gives its value, and how to turn its outcome
 * @param cost an upper bound of the steps that evaluating takes
 */
record Condition(CelType type, List<String> reads, Set<String> uses, Part part, long cost) {
  Condition {
    reads = List.copyOf(reads);
    uses = Set.copyOf(uses);
  }

  /** Null where a signal is missing that the value depends on, and where it has none, as {@code 1 / 0}. */
  @Nullable
  Object evaluate(SignalValues values) {
    return part.value(values);
  }

  boolean matches(SignalValues values) {
    return Boolean.TRUE.equals(evaluate(values));
  }
}
