package io.moderato.policy;

/** Holds while a signal is at least so high. A signal that is missing fulfils no condition. */
public record Condition(String signal, double atLeast) {
  boolean holds(Signals signals) {
    var value = signals.number(signal);
    return value.isPresent() && value.getAsDouble() >= atLeast;
  }
}
