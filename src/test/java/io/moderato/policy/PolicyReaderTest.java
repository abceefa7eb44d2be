package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.Label;
import io.moderato.signals.Form;
import io.moderato.signals.Language;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyReaderTest {
  private static final String GOOD = """
      name: news
      version: 2
      rules:
        - name: toxic
          sentence: Probably abusive ({value}).
          when: [{ signal: scores.TOXIC, atLeast: 0.8 }]
          verdict: HOLD
      """;

  @Test
  void reads_a_policy() throws IOException {
    assertThat(read(GOOD))
        .isEqualTo(new Policy(
            "news",
            2,
            List.of(new Rule(
                "toxic",
                "Probably abusive ({value}).",
                List.of(new Condition("scores.TOXIC", 0.8)),
                Verdict.HOLD))));
  }

  @Test
  void the_default_policy_loads_and_its_rules_have_names_and_sentences_of_their_own() {
    var policy = PolicyReader.defaultPolicy();

    assertThat(policy.id()).isEqualTo("default@1");
    assertThat(policy.rules()).isNotEmpty();
    assertThat(policy.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    assertThat(policy.rules()).extracting(Rule::sentence).doesNotHaveDuplicates();
    assertThat(policy.rules()).allSatisfy(rule -> assertThat(rule.sentence()).endsWith("."));
  }

  @Test
  void the_default_policy_approves_a_comment_that_nothing_speaks_against() {
    assertThat(
            PolicyReader.defaultPolicy().decide(signals(Map.of(Label.SPAM, 0.1), 3, true, false)))
        .isEqualTo(new Decision(Verdict.APPROVE, List.of(), "default@1"));
  }

  @Test
  void the_default_policy_never_approves_what_a_model_is_sure_of() {
    var policy = PolicyReader.defaultPolicy();
    var named = new HashSet<Label>();
    policy
        .rules()
        .forEach(rule -> rule.when().stream()
            .filter(condition -> condition.signal().startsWith("scores."))
            .forEach(condition -> named.add(Label.valueOf(condition.signal().substring(7)))));

    assertThat(named).contains(Label.SPAM, Label.TOXIC, Label.INSULT, Label.OBSCENE, Label.HATE);
    assertThat(named)
        .allSatisfy(label -> assertThat(
                policy.decide(signals(Map.of(label, 1.0), 0, true, false)).verdict())
            .isNotEqualTo(Verdict.APPROVE));
  }

  @Test
  void the_default_policy_rejects_a_filled_honeypot_and_holds_many_links_and_strange_languages() {
    var policy = PolicyReader.defaultPolicy();

    assertThat(policy.decide(signals(Map.of(), 0, true, true)).verdict()).isEqualTo(Verdict.REJECT);
    assertThat(policy.decide(signals(Map.of(), 3, true, false)).verdict())
        .isEqualTo(Verdict.APPROVE);
    assertThat(policy.decide(signals(Map.of(), 4, true, false)).verdict()).isEqualTo(Verdict.HOLD);
    assertThat(policy.decide(signals(Map.of(), 0, false, false)).verdict()).isEqualTo(Verdict.HOLD);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "scores.TOXIC        | scores.RUDE          | rule 'toxic' reads 'scores.RUDE', which is no signal",
        "scores.TOXIC        | links                | rule 'toxic' reads 'links', which is no signal",
        "verdict: HOLD       | verdict: BLOCK       | BLOCK",
        "verdict: HOLD       | verdict: 1           | line 7",
        "verdict: HOLD       | verdict:             | verdict",
        "verdict: HOLD       | action: HOLD         | verdict",
        "version: 2          | version: 2 2         | 2 2",
        "atLeast: 0.8        | atLeast: high        | high",
        "atLeast: 0.8        | atLeast: NaN         | rule 'toxic' wants scores.TOXIC to be at least NaN, which is no number",
        "', atLeast: 0.8'    | ''                   | atLeast",
        "atLeast: 0.8        | atMost: 0.8          | atLeast",
        "name: news          | title: news          | name",
        "version: 2          | version: two         | two",
        "'when: [{ signal: scores.TOXIC, atLeast: 0.8 }]' | 'when: []' | rule 'toxic' has no condition",
        "'sentence: Probably abusive ({value}).' | '' | sentence",
        "rules:              | rules: []            | line",
        "name: news          | '{'                  | line"
      })
  void a_mistake_is_refused_and_named(String good, String bad, String named) {
    assertThatThrownBy(() -> read(GOOD.replace(good, bad == null ? "" : bad)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void a_mistake_in_the_form_is_named_with_its_line() {
    assertThatThrownBy(() -> read(GOOD.replace("verdict: HOLD", "verdict: BLOCK")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the policy can't be read: line 7, column ");
  }

  @Test
  void an_unknown_field_is_refused() {
    assertThatThrownBy(() -> read(GOOD + "    weight: 3\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"weight\"");
  }

  @Test
  void a_field_that_is_given_twice_is_refused() {
    assertThatThrownBy(() -> read(GOOD + "    verdict: REJECT\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("verdict");
  }

  @Test
  void two_rules_of_one_name_are_refused() {
    var twice = GOOD + GOOD.substring(GOOD.indexOf("  - name"));

    assertThatThrownBy(() -> read(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two rules are called 'toxic'");
  }

  @Test
  void an_empty_document_is_refused() {
    assertThatThrownBy(() -> read("")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Policy read(String yaml) throws IOException {
    return PolicyReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Signals signals(
      Map<Label, Double> scores, int links, boolean supported, boolean honeypot) {
    var plain = SomeSignals.of(scores, links);
    return new Signals(
        plain.scores(),
        new Language("en", supported, true),
        plain.shape(),
        plain.links(),
        new Form(honeypot, null),
        plain.lists(),
        plain.edit(),
        plain.repeats(),
        plain.pace(),
        plain.author(),
        plain.relevance());
  }
}
