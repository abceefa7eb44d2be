package io.moderato.policy;

import io.moderato.classify.Label;
import io.moderato.signals.Signals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A named condition with a verdict.
 *
 * @param sentence for people; {@code {value}} in it becomes the value of the first condition's signal, a score with two decimals
 * @param when all of these must hold
 */
public record Rule(String name, String sentence, List<Condition> when, Verdict verdict) {
  public Rule {
    when = List.copyOf(when);
    if (when.isEmpty()) {
      throw new IllegalArgumentException("rule '%s' has no condition".formatted(name));
    }
  }

  boolean matches(Signals signals) {
    return when.stream().allMatch(condition -> condition.holds(signals));
  }

  /** Why the rule speaks against the comment; only for signals that it matches. */
  Reason reason(Signals signals) {
    var value = when.get(0).number(signals).orElseThrow();
    var label = label();
    var text = sentence.replace("{value}", shown(value, label.isPresent()));
    return new Reason(name, text, verdict, label.orElse(null), value);
  }

  private Optional<Label> label() {
    var signal = when.get(0).signal();
    return signal.startsWith("scores.")
        ? Optional.of(Label.valueOf(signal.substring("scores.".length())))
        : Optional.empty();
  }

  private static String shown(double value, boolean isScore) {
    return !isScore && value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
