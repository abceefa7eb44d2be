package io.moderato.policy;

import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression: a rule's condition, or a definition. Thread-safe.
 *
 * @param reads the signals that it and the definitions in it name, each once, in the order in which they stand there
 * @param uses the definitions that stand in it
 * @param part how to turn its outcome
 * @param cost an upper bound of the steps that evaluating takes
 */
record Condition(
    Program program, CelType type, List<String> reads, Set<String> uses, Part part, long cost) {
  Condition {
    reads = List.copyOf(reads);
    uses = Set.copyOf(uses);
  }

  /** Null where a signal is missing that the value depends on, and where it has none, as {@code 1 / 0}. */
  @Nullable
  Object evaluate(SignalValues values) {
    return evaluate(program, values);
  }

  boolean matches(SignalValues values) {
    return Boolean.TRUE.equals(evaluate(values));
  }

  static @Nullable Object evaluate(Program program, SignalValues values) {
    try {
      var value = program.eval(values);
      return value instanceof CelUnknownSet ? null : value;
    } catch (CelEvaluationException e) {
      return null;
    }
  }
}
