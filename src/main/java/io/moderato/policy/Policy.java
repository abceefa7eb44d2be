package io.moderato.policy;

import static java.util.Comparator.naturalOrder;

import io.moderato.signals.Signals;
import java.util.List;
import java.util.Map;

/**
 * A site's rules, in order, ready to decide. The most severe verdict among the matching rules wins; without a match the comment is
 * approved. Immutable, thread-safe.
 */
public final class Policy {
  private final PolicySource source;
  private final int version;
  private final Map<String, Condition> definitions;
  private final List<CompiledRule> rules;
  private final List<Mistake> warnings;

  Policy(
      PolicySource source,
      int version,
      Map<String, Condition> definitions,
      List<CompiledRule> rules,
      List<Mistake> warnings) {
    this.source = source;
    this.version = version;
    this.definitions = Map.copyOf(definitions);
    this.rules = List.copyOf(rules);
    this.warnings = List.copyOf(warnings);
  }

  /** @throws InvalidPolicyException with every mistake that there is */
  public static Policy of(PolicySource source, int version) {
    return new PolicyCheck(source, List.of()).policy(version);
  }

  /** Decides without clock, store or randomness: equal signals always give an equal decision. */
  public Decision decide(Signals signals) {
    var values = SignalValues.of(signals, definitions);
    var reasons = rules.stream()
        .filter(rule -> rule.condition().matches(values))
        .map(rule -> rule.reason(values))
        .toList();
    var verdict = reasons.stream().map(Reason::verdict).max(naturalOrder()).orElse(Verdict.APPROVE);
    return new Decision(verdict, reasons, id());
  }

  /** The rules that match, in order, without the reasons that {@link #decide} finds for each. */
  public List<Rule> matching(Signals signals) {
    var values = SignalValues.of(signals, definitions);
    return rules.stream()
        .filter(rule -> rule.condition().matches(values))
        .map(CompiledRule::rule)
        .toList();
  }

  /** What these matching rules come to. */
  public static Verdict verdict(List<Rule> matching) {
    return matching.stream().map(Rule::verdict).max(naturalOrder()).orElse(Verdict.APPROVE);
  }

  public PolicySource source() {
    return source;
  }

  public String name() {
    return source.name();
  }

  public int version() {
    return version;
  }

  /** Name and version: {@code default@1}. */
  public String id() {
    return source.name() + "@" + version;
  }

  /** What is odd in the source and no mistake: a definition that nothing uses, a rule that can't match. */
  public List<Mistake> warnings() {
    return warnings;
  }
}
