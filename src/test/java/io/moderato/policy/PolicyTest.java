package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.signals.ListHit;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {
  private final Rule doubtful = rule("doubtful", "scores.TOXIC >= 0.5", Verdict.HOLD);
  private final Rule certain = rule("certain", "scores.TOXIC >= 0.9", Verdict.REJECT);
  private final Policy policy = policy(doubtful, certain);

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
            List.of(toxicity("doubtful", "doubtful 0.50", Verdict.HOLD, 0.5, "0.5")),
            "news@3"));
  }

  @Test
  void the_most_severe_verdict_wins_and_the_milder_reason_is_kept() {
    assertThat(policy.decide(toxic(0.93)))
        .isEqualTo(new Decision(
            Verdict.REJECT,
            List.of(
                toxicity("doubtful", "doubtful 0.93", Verdict.HOLD, 0.93, "0.5"),
                toxicity("certain", "certain 0.93", Verdict.REJECT, 0.93, "0.9")),
            "news@3"));
  }

  @Test
  void a_policy_without_rules_approves() {
    assertThat(policy().decide(toxic(1)))
        .isEqualTo(new Decision(Verdict.APPROVE, List.of(), "news@3"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      scores.SPAM >= 0.0                                            ; APPROVE
      scores.SPAM < 0.5                                             ; APPROVE
      !(scores.SPAM > 0.5)                                          ; APPROVE
      scores.SPAM < 0.5 || links.count >= 0                         ; HOLD
      links.count >= 0 || scores.SPAM < 0.5                         ; HOLD
      scores.SPAM < 0.5 && links.count >= 0                         ; APPROVE
      author.approved == 0                                          ; APPROVE
      scores.SPAM > 0.5 ? true : true                               ; APPROVE
      links.domains.exists(d, scores.SPAM > 0.5)                    ; APPROVE
      [scores.SPAM, scores.TOXIC].exists(s, s > 0.6)                ; APPROVE
      has(scores.SPAM) && scores.SPAM < 0.5                         ; APPROVE
      !has(scores.SPAM) && has(scores.TOXIC)                        ; HOLD
      has(author.approved)                                          ; APPROVE
      links.count / 0 > 1                                           ; APPROVE
      links.count / 0 > 1 || scores.TOXIC > 0.6                     ; HOLD
      links.count + 9223372036854775807 > 0 && shape.words / 0 == 1 ; APPROVE
      """)
  void what_is_missing_is_never_guessed(String when, Verdict verdict) {
    assertThat(policy(rule("any", when, Verdict.HOLD)).decide(toxic(0.7)).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links.count >= 9 && links.count < 9.5",
        "links.count > 8.5",
        "scores.SPAM > 0",
        "language.code == 'xx' && !language.supported",
        "'example.org' in links.domains",
        "links.domains.exists(d, d.endsWith('.org'))",
        "links.domains.all(d, d.startsWith('example'))",
        "links.domains.exists_one(d, d == 'example.com')",
        "links.domains.filter(d, d.contains('.com')).size() == 1",
        "links.domains.map(d, size(d)) == [11, 11]",
        "links.domains.exists(d, d.matches('^ex.*[.](org|net)$'))",
        "size(lists.names) == 1 && lists.names[0] == 'slurs'",
        "form.seconds < 3.0 ? form.honeypotFilled : false",
        "language.code in ['de', 'xx']",
        "pace.authorMinute + pace.authorHour == 29",
        "double(author.rejected) / double(author.approved) > 1.0",
        "has(relevance.post) && relevance.post == 0.5",
        "scores.SPAM > 0.5 || scores.HATE > 0.5"
      })
  void conditions_read_every_kind_of_signal_with_the_whole_of_cel(String when) {
    assertThat(
            policy(rule("any", when, Verdict.HOLD)).decide(SomeSignals.full()).verdict())
        .isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "lists.names.exists(n, n.startsWith('reject'))       | rejects:1",
        "lists.names.exists(n, !n.startsWith('allow'))       | rejects:1 words:4 words:7",
        "lists.hits >= 3                                     | rejects:1 words:4 words:7",
        "'rejects' in lists.names && 'words' in lists.names  | rejects:1 words:4 words:7",
        "!('allowed' in lists.names)                         | \"\"",
        "links.count == 0                                    | \"\""
      })
  void a_reason_holds_the_hits_of_the_lists_that_the_rule_matched_for(String when, String hits) {
    var signals = SomeSignals.of(
        new ListHit("rejects", "knave", "text", 1, 3),
        new ListHit("words", "rogue", "text", 4, 6),
        new ListHit("words", "scamp", "name", 7, 9));

    var reasons = policy(rule("any", when, Verdict.HOLD)).decide(signals).reasons();

    assertThat(reasons).hasSize(1);
    assertThat(reasons.get(0).listHits().stream()
            .map(hit -> hit.list() + ":" + hit.begin())
            .collect(Collectors.joining(" ")))
        .isEqualTo(hits);
  }

  @Test
  void a_definition_stands_for_its_expression_and_may_use_earlier_ones() {
    var source = new PolicySource(
        "news",
        null,
        List.of(
            new Definition("most", "3"),
            new Definition("many", "links.count > most"),
            new Definition("suspicious", "many && scores.TOXIC > 0.5")),
        List.of(rule("links", "suspicious", Verdict.HOLD)));

    var reasons =
        Policy.of(source, 1).decide(signals(Map.of(Label.TOXIC, 0.7), 4)).reasons();

    assertThat(reasons)
        .containsExactly(new Reason(
            "links",
            "links",
            Verdict.HOLD,
            Label.TOXIC,
            0.7,
            List.of(new ReadValue("links.count", 4L), new ReadValue("scores.TOXIC", 0.7)),
            List.of(),
            "Would not match if links.count were at most 3."));
  }

  @Test
  void a_definition_that_needs_what_is_missing_has_no_value_either() {
    var source = new PolicySource(
        "news",
        null,
        List.of(new Definition("newcomer", "author.approved == 0")),
        List.of(
            rule("new", "newcomer", Verdict.HOLD),
            rule("not-new", "!newcomer", Verdict.HOLD),
            rule("either", "newcomer || links.count == 0", Verdict.REJECT)));

    assertThat(Policy.of(source, 1).decide(toxic(0)).reasons())
        .extracting(Reason::rule)
        .containsExactly("either");
  }

  @Test
  void sentences_show_counts_whole_scores_with_two_decimals_and_lists_with_commas() {
    var all = new Rule(
        "all",
        "{links.count} links to {links.domains}, spam {scores.SPAM}, hate {scores.HATE}, {language.supported}",
        "links.count > 0 && scores.SPAM > 0.0",
        Verdict.HOLD);

    assertThat(policy(all).decide(SomeSignals.full()).reasons())
        .extracting(Reason::text)
        .containsExactly("9 links to example.org, example.com, spam 0.93, hate unknown, false");
  }

  @Test
  void of_a_long_list_rules_see_the_first_50() {
    var plain = SomeSignals.full();
    var domains = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      domains.add("d" + i + ".example");
    }
    var signals = new Signals(
        plain.scores(),
        plain.language(),
        plain.shape(),
        new io.moderato.signals.Links(200, domains, 0, 0, 0, 0, 0, 0, 0),
        plain.form(),
        plain.lists(),
        plain.edit(),
        null,
        null,
        null,
        null,
        null);

    var seen = policy(rule("all", "size(links.domains) == 50", Verdict.HOLD));

    assertThat(seen.decide(signals).verdict()).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_verdict_is_the_most_severe_of_the_matching_rules_and_each_of_them_is_a_reason(
      long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      var thresholds = new ArrayList<Double>();
      var rules = rules(random, thresholds);
      var toxic = random.nextInt(11) / 10.0;

      var decision = policy(rules.toArray(Rule[]::new)).decide(toxic(toxic));

      var matching = new ArrayList<Rule>();
      for (int i = 0; i < rules.size(); i++) {
        if (toxic >= thresholds.get(i)) {
          matching.add(rules.get(i));
        }
      }
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

  @Test
  void threads_that_share_a_policy_get_equal_decisions() throws Exception {
    var preset = Presets.defaultPolicy();
    var expected = preset.decide(SomeSignals.full());
    var threads = Executors.newFixedThreadPool(8);
    try {
      var decisions = new ArrayList<Callable<Decision>>();
      for (int i = 0; i < 2000; i++) {
        decisions.add(() -> preset.decide(SomeSignals.full()));
      }
      for (var decision : threads.invokeAll(decisions)) {
        assertThat(decision.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static List<Rule> rules(Random random, List<Double> thresholds) {
    var rules = new ArrayList<Rule>();
    for (int i = random.nextInt(6); i > 0; i--) {
      var threshold = random.nextInt(11) / 10.0;
      thresholds.add(threshold);
      var verdict = Verdict.values()[random.nextInt(3)];
      rules.add(rule("rule-" + i, "scores.TOXIC >= " + threshold, verdict));
    }
    return rules;
  }

  private static Reason toxicity(
      String rule, String text, Verdict verdict, double score, String below) {
    return new Reason(
        rule,
        text,
        verdict,
        Label.TOXIC,
        score,
        List.of(new ReadValue("scores.TOXIC", score)),
        List.of(),
        "Would not match if scores.TOXIC were below " + below + ".");
  }

  private static Policy policy(Rule... rules) {
    return Policy.of(new PolicySource("news", null, List.of(), List.of(rules)), 3);
  }

  private static Rule rule(String name, String when, Verdict verdict) {
    var sentence = when.startsWith("scores.TOXIC >= ") ? name + " {value}" : name;
    return new Rule(name, sentence, when, verdict);
  }

  private static Signals toxic(double score) {
    return signals(new HashMap<>(Map.of(Label.TOXIC, score)), 0);
  }

  private static Signals signals(Map<Label, Double> scores, int links) {
    return SomeSignals.of(scores, links);
  }
}
