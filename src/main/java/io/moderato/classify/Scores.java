package io.moderato.classify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How probable each offered label is; a label that nothing here scores is absent, never 0.
 *
 * @param byLabel probabilities in [0, 1], in the order of {@link Label}
 * @param byAspect probabilities in [0, 1], in the order of {@link Aspect}
 */
public record Scores(Map<Label, Double> byLabel, Map<Aspect, Double> byAspect) {
  public Scores {
    byLabel.forEach(Scores::requireProbability);
    byAspect.forEach(Scores::requireProbability);
    var labels = new EnumMap<Label, Double>(Label.class);
    labels.putAll(byLabel);
    byLabel = Collections.unmodifiableMap(labels);
    var aspects = new EnumMap<Aspect, Double>(Aspect.class);
    aspects.putAll(byAspect);
    byAspect = Collections.unmodifiableMap(aspects);
  }

  /** Without finer kinds. */
  public Scores(Map<Label, Double> byLabel) {
    this(byLabel, Map.of());
  }

  /** The label's probability, or empty if nothing here scores the label. */
  public OptionalDouble of(Label label) {
    return optional(byLabel.get(label));
  }

  /** The finer kind's probability, or empty if nothing here scores it. */
  public OptionalDouble of(Aspect aspect) {
    return optional(byAspect.get(aspect));
  }

  private static OptionalDouble optional(@Nullable Double probability) {
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
    return new Scores(others, byAspect);
  }

  private static void requireProbability(Enum<?> name, double probability) {
    if (!(probability >= 0 && probability <= 1)) { // also false for NaN
      throw new IllegalArgumentException(
          "probability of %s must be in [0, 1], was %s".formatted(name, probability));
    }
  }
}
