package io.moderato.policy;

import io.moderato.classify.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule with its condition and its sentence ready for use. */
record CompiledRule(Rule rule, Condition condition, Sentence sentence) {
  private static final String SCORES = "scores.";

  /** Why the rule has its say on the comment; only for values that it matches. */
  Reason reason(SignalValues values) {
    var read = condition.reads().stream()
        .map(name -> new ReadValue(name, values.value(name)))
        .toList();
    var scores = read.stream()
        .filter(value -> value.signal().startsWith(SCORES) && value.value() != null)
        .toList();
    var decisive = decisive(scores);
    return new Reason(
        rule.name(),
        sentence.filled(values),
        rule.verdict(),
        decisive == null ? null : Label.valueOf(decisive.signal().substring(SCORES.length())),
        decisive == null ? null : (Double) Objects.requireNonNull(decisive.value()),
        List.copyOf(read),
        new DecisiveHits(condition, values).hits(),
        counterfactual(values));
  }

  /** The only score; the site's own beside another one does no more than spare. */
  private static @Nullable ReadValue decisive(List<ReadValue> scores) {
    var others = scores.stream()
        .filter(value -> !value.signal().equals(SCORES + Label.SITE))
        .toList();
    if (scores.size() == 1) {
      return scores.get(0);
    }
    return others.size() == 1 ? others.get(0) : null;
  }

  private @Nullable String counterfactual(SignalValues values) {
    return turned(values)
        .map(changes -> "Would not match if %s.".formatted(changes.phrase()))
        .orElse(null);
  }

  /** The smallest changes found that keep the rule from matching, tried out on the whole condition. */
  Optional<Changes> turned(SignalValues values) {
    return condition
        .part()
        .turn(true, Changes.none(values))
        .filter(changes -> !condition.matches(changes.after()));
  }
}
