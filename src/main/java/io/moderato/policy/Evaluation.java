package io.moderato.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.runtime.CelUnknownSet;
import org.jspecify.annotations.Nullable;

/** How the value of an expression is come by. Names, numbers and what compares them need no interpreter. Thread-safe. */
sealed interface Evaluation {
  /** Null where a signal is missing that the value depends on, and where it has none, as {@code 1 / 0}. */
  @Nullable
  Object of(SignalValues values);

  record Constant(Object value) implements Evaluation {
    @Override
    public Object of(SignalValues values) {
      return value;
    }
  }

  /** A signal, a definition, or whether there is such a signal. */
  record Named(String name) implements Evaluation {
    @Override
    public @Nullable Object of(SignalValues values) {
      return values.find(name).orElse(null);
    }
  }

  /** {@code condition ? yes : no}. */
  record Choice(Evaluation condition, Evaluation yes, Evaluation no) implements Evaluation {
    @Override
    public @Nullable Object of(SignalValues values) {
      if (!(condition.of(values) instanceof Boolean isYes)) {
        return null;
      }
      return isYes ? yes.of(values) : no.of(values);
    }
  }

  /**
   * Of two numbers, by their values, whatever their types; what is not a number is equal to nothing.
   *
   * @param operator its function's name in CEL
   */
  record Compared(Evaluation left, String operator, Evaluation right) implements Evaluation {
    @Override
    public @Nullable Object of(SignalValues values) {
      if (!(left.of(values) instanceof Number one) || !(right.of(values) instanceof Number other)) {
        return null;
      }
      if (Double.isNaN(one.doubleValue()) || Double.isNaN(other.doubleValue())) {
        return operator.equals("_!=_");
      }
      int order = order(one, other);
      return switch (operator) {
        case "_<_" -> order < 0;
        case "_<=_" -> order <= 0;
        case "_>_" -> order > 0;
        case "_>=_" -> order >= 0;
        case "_==_" -> order == 0;
        case "_!=_" -> order != 0;
        default -> throw new IllegalStateException(operator);
      };
    }

    /** Adding 0 makes one of the two zeros, which are equal. */
    private static int order(Number one, Number other) {
      return one instanceof Long && other instanceof Long
          ? Long.compare(one.longValue(), other.longValue())
          : Double.compare(one.doubleValue() + 0.0, other.doubleValue() + 0.0);
    }
  }

  /** Anything else, in CEL's own interpreter. */
  record Interpreted(Program program) implements Evaluation {
    @Override
    public @Nullable Object of(SignalValues values) {
      try {
        var value = program.eval(values);
        return value instanceof CelUnknownSet ? null : value;
      } catch (CelEvaluationException e) {
        return null;
      }
    }
  }
}
