package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Form;
import io.moderato.signals.ListHit;
import io.moderato.signals.ListHits;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CounterfactualTest {
  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '\u0000', textBlock = """
      scores.SPAM >= 0.75; scores.SPAM were below 0.75
      scores.SPAM > 0.75; scores.SPAM were at most 0.75
      0.75 <= scores.SPAM; scores.SPAM were below 0.75
      !(scores.SPAM < 0.75); scores.SPAM were below 0.75
      scores.TOXIC < 0.5; scores.TOXIC were at least 0.5
      links.count >= 4; links.count were at most 3
      links.count > 3.5; links.count were at most 3
      links.count == 9; links.count were not 9
      links.count != 8; links.count were 8
      form.honeypotFilled; form.honeypotFilled were false
      !language.supported; language.supported were true
      language.supported == false; language.supported were true
      language.code == 'xx'; language.code were not 'xx'
      'slurs' in lists.names; lists.names did not hold 'slurs'
      !('praise' in lists.names); lists.names held 'praise'
      lists.names.exists(n, n.startsWith('sl')); lists.names were empty
      size(links.domains) > 1; links.domains were empty
      links.count >= 4 && scores.SPAM >= 0.75; scores.SPAM were below 0.75
      links.count >= 4 || scores.SPAM >= 0.75; links.count were at most 3 and scores.SPAM were below 0.75
      links.count >= 4 || links.count >= 2; links.count were at most 1
      links.count >= 4 || scores.SPAM < 0.1; links.count were at most 3
      pace.authorMinute + pace.authorHour > 20; pace.authorMinute were 0
      links.count > author.approved - 12; links.count were at most 8
      scores.SPAM >= (author.approved > 5 ? 0.9 : 0.75); scores.SPAM were below 0.9
      """)
  void the_smallest_change_is_told(String when, String change) {
    assertThat(counterfactual(when)).isEqualTo("Would not match if " + change + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"links.count >= 0", "scores.SPAM < 1.5", "scores.SPAM >= 0.0"})
  void where_no_change_would_help_none_is_told(String when) {
    assertThat(counterfactual(when)).isNull();
  }

  @Test
  void a_change_goes_through_definitions() {
    var source = new PolicySource(
        "any",
        null,
        List.of(
            new Definition("hold", "0.75"),
            new Definition("spam", "scores.SPAM >= hold"),
            new Definition("bad", "spam || form.honeypotFilled")),
        List.of(new Rule("any", "Any.", "bad && links.count > 0", Verdict.HOLD)));

    assertThat(Policy.of(source, 1).decide(SomeSignals.full()).reasons().get(0).counterfactual())
        .isEqualTo("Would not match if links.count were at most 0.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_rule_does_not_match_the_same_comment_with_the_changes(long seed) {
    var random = new Random(seed);
    int matched = 0;
    int told = 0;
    for (int round = 0; round < 100; round++) {
      var when = expression(random, 3);
      var signals = signals(random);
      var compiled = new ExpressionCompiler().compile(when);
      assertThat(compiled.mistakes()).as("seed %d: %s", seed, when).isEmpty();
      var condition = compiled.condition().orElseThrow();
      var values = SignalValues.of(signals, Map.of());
      if (!condition.matches(values)) {
        continue;
      }
      matched++;
      var rule = new Rule("any", "Any.", when, Verdict.HOLD);
      var changes = new CompiledRule(
              rule, condition, Sentence.of("Any.", List.of(), new ArrayList<>()))
          .turned(values);
      if (changes.isPresent()) {
        told++;
        var changed = changed(signals, changes.get());
        assertThat(condition.matches(SignalValues.of(changed, Map.of())))
            .as("seed %d: %s; %s; %s", seed, when, signals, changes.get().phrase())
            .isFalse();
      }
    }
    assertThat(matched).as("seed %d", seed).isGreaterThan(10);
    assertThat(told).as("seed %d", seed).isGreaterThan(matched / 2);
  }

  private static @Nullable String counterfactual(String when) {
    var rules = List.of(new Rule("any", "Any.", when, Verdict.HOLD));
    var reasons = Policy.of(new PolicySource("any", null, List.of(), rules), 1)
        .decide(SomeSignals.full())
        .reasons();
    assertThat(reasons).as(when).hasSize(1);
    return reasons.get(0).counterfactual();
  }

  private static String expression(Random random, int depth) {
    if (depth > 0 && random.nextInt(4) > 0) {
      var one = expression(random, depth - 1);
      var other = expression(random, depth - 1);
      return switch (random.nextInt(5)) {
        case 0, 1 -> "(" + one + " && " + other + ")";
        case 2, 3 -> "(" + one + " || " + other + ")";
        default -> "!" + "(" + one + ")";
      };
    }
    var operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
    return switch (random.nextInt(6)) {
      case 0 -> "scores.SPAM " + operator + " " + random.nextInt(11) / 10.0;
      case 1 -> "scores.TOXIC " + operator + " scores.SPAM";
      case 2 -> "links.count " + operator + " " + random.nextInt(6);
      case 3 -> "author.approved " + operator + " links.count";
      case 4 -> "form.honeypotFilled";
      default -> "'slurs' in lists.names";
    };
  }

  private static Signals signals(Random random) {
    var author = random.nextInt(4) == 0 ? null : new AuthorRecord(true, random.nextInt(6), 0, 0, 0);
    return signals(
        random.nextInt(11) / 10.0,
        random.nextInt(11) / 10.0,
        random.nextInt(6),
        random.nextBoolean(),
        random.nextBoolean(),
        author);
  }

  private static Signals changed(Signals before, Changes changes) {
    var values = SignalValues.of(before, Map.of())
        .with(changes.bySignal().values().stream()
            .collect(Collectors.toMap(Change::signal, Change::to)));
    var approved = (Long) values.value("author.approved");
    return signals(
        (Double) there(values, "scores.SPAM"),
        (Double) there(values, "scores.TOXIC"),
        ((Long) there(values, "links.count")).intValue(),
        (Boolean) there(values, "form.honeypotFilled"),
        ((List<?>) there(values, "lists.names")).contains("slurs"),
        approved == null ? null : new AuthorRecord(true, approved.intValue(), 0, 0, 0));
  }

  private static Object there(SignalValues values, String signal) {
    return Objects.requireNonNull(values.value(signal));
  }

  private static Signals signals(
      double spam,
      double toxic,
      int links,
      boolean honeypot,
      boolean listed,
      @Nullable AuthorRecord author) {
    var plain = SomeSignals.of(Map.of(), links);
    return new Signals(
        new Scores(Map.of(Label.SPAM, spam, Label.TOXIC, toxic)),
        plain.language(),
        plain.shape(),
        plain.links(),
        new Form(honeypot, null),
        listed
            ? new ListHits(List.of(new ListHit("slurs", "knave", "knave", 0, 5)), 1)
            : ListHits.NONE,
        plain.edit(),
        null,
        null,
        author,
        null,
        null);
  }
}
