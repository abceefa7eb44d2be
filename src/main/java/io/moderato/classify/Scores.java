package io.moderato.classify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How probable each offered label is; a label that no model offers is absent, never 0.
 *
 * @param byLabel calibrated probabilities in [0, 1], in the order of {@link Label}
 */
public record Scores(Map<Label, Double> byLabel) {
  public Scores {
    byLabel.forEach(Scores::requireProbability);
    var copy = new EnumMap<Label, Double>(Label.class);
    copy.putAll(byLabel);
    byLabel = Collections.unmodifiableMap(copy);
  }

  /** The label's probability, or empty if no model offers the label. */
  public OptionalDouble of(Label label) {
    var probability = byLabel.get(label);
    return probability == null ? OptionalDouble.empty() : OptionalDouble.of(probability);
  }

  /** As if no model offered the label. */
  public Scores without(Label label) {
    if (!byLabel.containsKey(label)) {
      return this;
    }
    var others = new EnumMap<Label, Double>(Label.class);
    others.putAll(byLabel);
    others.remove(label);
    return new Scores(others);
  }

  private static void requireProbability(Label label, double probability) {
    if (!(probability >= 0 && probability <= 1)) { // also false for NaN
      throw new IllegalArgumentException(
          "probability of %s must be in [0, 1], was %s".formatted(label, probability));
    }
  }
}
