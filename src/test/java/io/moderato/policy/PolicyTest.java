package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.Label;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {
  private final Rule doubtful = rule("doubtful", Verdict.HOLD, new Condition("scores.TOXIC", 0.5));
  private final Rule certain = rule("certain", Verdict.REJECT, new Condition("scores.TOXIC", 0.9));
  private final Policy policy = new Policy("news", 3, List.of(doubtful, certain));

  @Test
  void approves_what_no_rule_matches() {
    assertThat(policy.decide(toxic(0.49)))
        .isEqualTo(new Decision(Verdict.APPROVE, List.of(), "news@3"));
  }

  @Test
  void holds_from_the_threshold_on() {
    assertThat(policy.decide(toxic(0.5)))
        .isEqualTo(new Decision(
            Verdict.HOLD,
            List.of(new Reason("doubtful", "doubtful 0.50", Verdict.HOLD, Label.TOXIC, 0.5)),
            "news@3"));
  }

  @Test
  void the_most_severe_verdict_wins_and_the_milder_reason_is_kept() {
    assertThat(policy.decide(toxic(0.93)))
        .isEqualTo(new Decision(
            Verdict.REJECT,
            List.of(
                new Reason("doubtful", "doubtful 0.93", Verdict.HOLD, Label.TOXIC, 0.93),
                new Reason("certain", "certain 0.93", Verdict.REJECT, Label.TOXIC, 0.93)),
            "news@3"));
  }

  @Test
  void a_policy_without_rules_approves() {
    assertThat(new Policy("open", 1, List.of()).decide(toxic(1)))
        .isEqualTo(new Decision(Verdict.APPROVE, List.of(), "open@1"));
  }

  @Test
  void a_score_that_no_model_offers_matches_no_rule() {
    var spam = rule("spam", Verdict.HOLD, new Condition("scores.SPAM", 0));

    assertThat(new Policy("news", 1, List.of(spam)).decide(toxic(1)).verdict())
        .isEqualTo(Verdict.APPROVE);
  }

  @Test
  void a_rule_matches_when_all_its_conditions_hold() {
    var both = rule(
        "both", Verdict.HOLD, new Condition("links.count", 2), new Condition("scores.TOXIC", 0.5));
    var strict = new Policy("strict", 1, List.of(both));

    assertThat(strict.decide(signals(Map.of(Label.TOXIC, 0.5), 1)).verdict())
        .isEqualTo(Verdict.APPROVE);
    assertThat(strict.decide(signals(Map.of(Label.TOXIC, 0.4), 2)).verdict())
        .isEqualTo(Verdict.APPROVE);
    assertThat(strict.decide(signals(Map.of(Label.TOXIC, 0.5), 2)))
        .isEqualTo(new Decision(
            Verdict.HOLD,
            List.of(new Reason("both", "both 2", Verdict.HOLD, null, 2)),
            "strict@1"));
  }

  @Test
  void a_count_is_shown_whole_and_a_score_with_two_decimals() {
    var links = rule("links", Verdict.HOLD, new Condition("links.count", 1));
    var toxic = rule("toxic", Verdict.HOLD, new Condition("scores.TOXIC", 1));
    var shown = new Policy("news", 1, List.of(links, toxic));

    assertThat(shown.decide(signals(Map.of(Label.TOXIC, 1.0), 1)).reasons())
        .extracting(Reason::text)
        .containsExactly("links 1", "toxic 1.00");
  }

  @Test
  void a_rule_without_a_condition_is_refused() {
    assertThatThrownBy(() -> rule("always", Verdict.HOLD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rule 'always' has no condition");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_verdict_is_the_most_severe_of_the_matching_rules_and_each_of_them_is_a_reason(
      long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var rules = rules(random);
      var signals = randomSignals(random);

      var decision = new Policy("any", 1, rules).decide(signals);

      var matching = rules.stream().filter(rule -> holds(rule, signals)).toList();
      var worst =
          matching.stream().mapToInt(rule -> rule.verdict().ordinal()).max().orElse(0);
      assertThat(decision.verdict().ordinal())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(worst);
      assertThat(decision.reasons())
          .as("seed %d, round %d", seed, round)
          .extracting(Reason::rule)
          .isEqualTo(matching.stream().map(Rule::name).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void equal_signals_give_equal_decisions(long seed) {
    var first = new Random(seed);
    var second = new Random(seed);

    for (int round = 0; round < 200; round++) {
      var once = new Policy("any", 1, rules(first)).decide(randomSignals(first));
      var again = new Policy("any", 1, rules(second)).decide(randomSignals(second));

      assertThat(again).as("seed %d, round %d", seed, round).isEqualTo(once);
    }
  }

  /** The rule's meaning, spelled out once more and apart from the code under test. */
  private static boolean holds(Rule rule, Signals signals) {
    for (var condition : rule.when()) {
      double value = switch (condition.signal()) {
        case "links.count" -> signals.links().count();
        case "scores.SPAM" -> signals.scores().byLabel().getOrDefault(Label.SPAM, Double.NaN);
        case "scores.TOXIC" -> signals.scores().byLabel().getOrDefault(Label.TOXIC, Double.NaN);
        default -> throw new IllegalStateException(condition.signal());
      };
      if (!(value >= condition.atLeast())) {
        return false;
      }
    }
    return true;
  }

  private static List<Rule> rules(Random random) {
    var rules = new ArrayList<Rule>();
    for (int i = random.nextInt(6); i > 0; i--) {
      var conditions = new Condition[1 + random.nextInt(2)];
      for (int c = 0; c < conditions.length; c++) {
        conditions[c] = switch (random.nextInt(4)) {
          case 0 -> new Condition("links.count", random.nextInt(4));
          case 1 -> new Condition("links.count", 1 + random.nextInt(2));
          case 2 -> new Condition("scores.SPAM", tenths(random));
          default -> new Condition("scores.TOXIC", tenths(random));
        };
      }
      rules.add(rule("rule-" + i, Verdict.values()[random.nextInt(3)], conditions));
    }
    return rules;
  }

  private static Signals randomSignals(Random random) {
    var scores = new HashMap<Label, Double>();
    if (random.nextInt(4) > 0) {
      scores.put(Label.SPAM, tenths(random));
    }
    if (random.nextInt(4) > 0) {
      scores.put(Label.TOXIC, tenths(random));
    }
    return SomeSignals.of(scores, random.nextInt(4));
  }

  /** So coarse that thresholds are often met exactly. */
  private static double tenths(Random random) {
    return random.nextInt(11) / 10.0;
  }

  private static Rule rule(String name, Verdict verdict, Condition... when) {
    return new Rule(name, name + " {value}", List.of(when), verdict);
  }

  private static Signals toxic(double score) {
    return signals(Map.of(Label.TOXIC, score), 0);
  }

  private static Signals signals(Map<Label, Double> scores, int links) {
    return SomeSignals.of(scores, links);
  }
}
