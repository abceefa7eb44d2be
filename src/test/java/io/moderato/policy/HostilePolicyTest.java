package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.moderato.signals.SomeSignals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limit of 20 s is no figure of speed; what it keeps out takes hours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostilePolicyTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  static Stream<String> hostile() {
    return Stream.of(
        "(".repeat(900) + "links.count > 1" + ")".repeat(900),
        "[".repeat(990) + "]".repeat(990),
        "{1:".repeat(300) + "1" + "}".repeat(300),
        "(true?".repeat(280) + "true",
        "1+".repeat(900) + "links.count > 1",
        "1<".repeat(990) + "1",
        "y" + ".a".repeat(900),
        "@#$%^&*".repeat(280),
        "'" + "a".repeat(1990),
        "links.count > " + "9".repeat(1000),
        nested("exists", 4),
        nested("all", 15),
        nested("exists_one", 100),
        "links.domains.map(a, links.domains.map(b, links.domains.map(c, [a, b, c]))).size() > 1",
        "[1,2].map(a,".repeat(12) + "[a,a]" + ")".repeat(12) + " == links.domains",
        "size(['" + "','".repeat(60) + "']) > links.count",
        "language.code + language.code == 'x'",
        "string(links.count) + 'a' == 'b'",
        "dyn(language.code) + dyn(language.code) == 'x'",
        "[1].map(x, 'a' + 'b').size() == links.count",
        "language.code.matches('(a{1000}){1000}')",
        "language.code.matches('((a{100}){100}){100}')",
        "language.code.matches('(x+x+)+y{1001}')",
        "language.code.matches('" + "a?".repeat(140) + "{500}" + "')",
        "\ud83d > 1");
  }

  private static String nested(String macro, int depth) {
    return "links.domains.%s(d, ".formatted(macro).repeat(depth)
        + "links.count > 1"
        + ")".repeat(depth);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void what_could_cost_too_much_is_refused_in_a_sentence(String when) {
    assertTimeoutPreemptively(
        LONG,
        () -> assertThatThrownBy(() -> policy(List.of(), rules(1, when)))
            .isInstanceOf(InvalidPolicyException.class));
  }

  static Stream<String> harmless() {
    return Stream.of(
        "!".repeat(1001) + "(links.count == 77)",
        "links.count>77||".repeat(120) + "links.count == 9",
        "language.code.matches('^(a+)+$') || links.count == 9",
        "language.code.matches('(x+x+)+y') || links.count == 9",
        "links.domains.exists(a, links.domains.exists(b, a == b))",
        "links.domains.map(a, a).filter(b, b != '').exists(c, c == 'example.org')",
        "-9223372036854775808 / -1 == links.count || links.count == 9",
        "links.count == 9 // comment \u0000\u0007 &&",
        "links.count % 0 == 0 || links.count == 9",
        "9223372036854775807 * links.count > 0 || links.count == 9");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void what_only_looks_costly_is_decided(String when) {
    var verdict = assertTimeoutPreemptively(
        LONG, () -> policy(List.of(), rules(1, when)).decide(SomeSignals.full()).verdict());

    assertThat(verdict).isEqualTo(Verdict.HOLD);
  }

  @Test
  void definitions_that_use_the_one_before_twice_are_each_evaluated_once() {
    var let = new ArrayList<Definition>();
    let.add(new Definition("d0", "links.count"));
    for (int i = 1; i < 60; i++) {
      let.add(new Definition("d" + i, "d%d + d%d".formatted(i - 1, i - 1)));
    }

    var verdict = assertTimeoutPreemptively(
        LONG, () -> policy(let, rules(1, "d59 > 1")).decide(SomeSignals.full()).verdict());

    assertThat(verdict).isEqualTo(Verdict.HOLD);
  }

  @Test
  void yes_and_no_that_double_with_each_definition_are_decided_with_their_reason() {
    var let = new ArrayList<Definition>();
    let.add(new Definition("d0", "links.count > 3"));
    for (int i = 1; i < 60; i++) {
      let.add(new Definition("d" + i, "d%d || d%d".formatted(i - 1, i - 1)));
    }

    var reasons = assertTimeoutPreemptively(
        LONG, () -> policy(let, rules(1, "d59")).decide(SomeSignals.full()).reasons());

    assertThat(reasons).hasSize(1);
  }

  @Test
  void too_many_rules_definitions_characters_and_steps_are_refused() {
    var let = new ArrayList<Definition>();
    for (int i = 0; i < 101; i++) {
      let.add(new Definition("d" + i, "1"));
    }

    refused(let, rules(1, "links.count > 1"), "/let");
    refused(List.of(), rules(201, "links.count > 1"), "/rules");
    refused(List.of(), rules(100, "links.count > 1" + " ".repeat(600)), "");
    refused(List.of(), rules(200, "links.domains.exists(d, d == 'a' || d == 'b')"), "");
    refused(List.of(), rules(1, "links.count > 1" + " ".repeat(2000)), "/rules/0/when");
    refused(
        List.of(),
        List.of(new Rule("a", "x".repeat(301), "links.count > 1", Verdict.HOLD)),
        "/rules/0/sentence");
  }

  @Test
  void as_many_rules_as_may_be_are_read_and_decided() {
    var policy = assertTimeoutPreemptively(
        LONG, () -> policy(List.of(), rules(200, "links.count > 1 || scores.SPAM > 0.5")));

    assertThat(policy.decide(SomeSignals.full()).reasons()).hasSize(200);
  }

  private static void refused(List<Definition> let, List<Rule> rules, String pointer) {
    assertThatThrownBy(() -> policy(let, rules))
        .isInstanceOfSatisfying(
            InvalidPolicyException.class,
            refused -> assertThat(refused.mistakes())
                .extracting(Mistake::pointer)
                .containsExactly(pointer));
  }

  private static List<Rule> rules(int count, String when) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> new Rule("r" + i, "A.", when, Verdict.HOLD))
        .toList();
  }

  private static Policy policy(List<Definition> let, List<Rule> rules) {
    return Policy.of(new PolicySource("hostile", null, let, rules), 1);
  }
}
