package io.moderato.policy;

import static java.util.Comparator.naturalOrder;

import io.moderato.signals.Signals;
import java.util.List;

/** A site's rules, in order. The most severe verdict among the matching rules wins; without a match the comment is approved. */
public record Policy(String name, int version, List<Rule> rules) {
  public Policy {
    rules = List.copyOf(rules);
  }

  /** Decides without clock, store or randomness: equal signals always give an equal decision. */
  public Decision decide(Signals signals) {
    var reasons = rules.stream()
        .filter(rule -> rule.matches(signals))
        .map(rule -> rule.reason(signals))
        .toList();
    var verdict = reasons.stream().map(Reason::verdict).max(naturalOrder()).orElse(Verdict.APPROVE);
    return new Decision(verdict, reasons, id());
  }

  /** Name and version: {@code default@1}. */
  public String id() {
    return name + "@" + version;
  }
}
