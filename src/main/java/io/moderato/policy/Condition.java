package io.moderato.policy;

import io.moderato.signals.SignalCatalogue;
import io.moderato.signals.Signals;
import java.util.OptionalDouble;

/**
 * Holds while a signal is at least so high; yes and no are 1 and 0. A signal that is missing fulfils no condition.
 *
 * @param signal a name of the catalogue; with an exclamation mark before it, its opposite
 */
public record Condition(String signal, double atLeast) {
  boolean holds(Signals signals) {
    var value = number(signals);
    return value.isPresent() && value.getAsDouble() >= atLeast;
  }

  OptionalDouble number(Signals signals) {
    var opposite = signal.startsWith("!");
    var name = opposite ? signal.substring(1) : signal;
    var value = SignalCatalogue.named(name)
        .orElseThrow(() -> new IllegalArgumentException("no signal is called '%s'".formatted(name)))
        .reader()
        .apply(signals);
    if (value instanceof Boolean flag) {
      return OptionalDouble.of(flag != opposite ? 1 : 0);
    }
    return value instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }
}
