package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.signals.Signal;
import io.moderato.signals.SignalCatalogue;
import io.moderato.signals.SomeSignals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is evaluated without CEL's interpreter has the value that the interpreter gives: an element of a list is always its work. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluationTest {
  private static final int COMMENTS = 300;

  private final Random random = new Random(7);
  private final ExpressionCompiler compiler = new ExpressionCompiler();

  @ParameterizedTest
  @MethodSource("presets")
  void a_preset_decides_as_the_interpreter_would(String name) {
    var source = Presets.named(name).orElseThrow().source();
    for (var definition : source.let()) {
      agrees(definition.expression());
      compiler.define(definition.name(), condition(definition.expression()));
    }
    source.rules().forEach(rule -> agrees(rule.when()));
  }

  static List<String> presets() {
    return Presets.names();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "links.count > 2.5",
        "2.5 > links.count",
        "double(links.count) == 3.0",
        "links.count != 3",
        "scores.SPAM == scores.TOXIC",
        "scores.SPAM > links.count",
        "links.count - links.own >= 3",
        "-1 < links.count",
        "links.count >= -0.0",
        "0.0 == -0.0",
        "links.count / 0 > 1 || links.count >= 0",
        "0.0 / 0.0 == scores.SPAM",
        "0.0 / 0.0 != scores.SPAM",
        "0.0 / 0.0 < scores.SPAM",
        "author.trusted ? scores.SPAM : scores.TOXIC",
        "author.approved > 3 ? links.count > 1 : links.own > 0",
        "author.trusted == author.blocked",
        "language.code == 'en'",
        "language.code < 'fr'",
        "'x'",
        "true",
        "!(has(author.approved) && author.approved > 2) || author.blocked",
        "scores.SPAM > 0.5 && (links.domains.exists(d, scores.TOXIC > 0.5) || author.trusted)"
      })
  void any_expression_does(String expression) {
    agrees(expression);
  }

  private void agrees(String expression) {
    var ours = condition(expression);
    var theirs = condition("[(%s)][0]".formatted(expression));
    for (int i = 0; i < COMMENTS; i++) {
      var values = comment(ours.reads());
      assertThat(ours.evaluate(values)).as(expression).isEqualTo(theirs.evaluate(values));
    }
  }

  private Condition condition(String expression) {
    var compiled = compiler.compile(expression);
    assertThat(compiled.mistakes()).as(expression).isEmpty();
    return compiled.condition().orElseThrow();
  }

  /** Of which half know little, with other values for some of what the expression reads. */
  private SignalValues comment(List<String> reads) {
    var signals = random.nextBoolean() ? SomeSignals.full() : SomeSignals.of(Map.of());
    var changed = new HashMap<String, Object>();
    for (var name : new ArrayList<>(reads)) {
      if (random.nextInt(3) > 0) {
        changed.put(name, value(SignalCatalogue.named(name).orElseThrow()));
      }
    }
    return SignalValues.of(signals, compiler.definitions()).with(changed);
  }

  private Object value(Signal signal) {
    return switch (signal.type()) {
      case COUNT -> (long) random.nextInt(12);
      case NUMBER -> random.nextInt(101) / 100.0;
      case FLAG -> random.nextBoolean();
      case TEXT -> List.of("en", "fr", "zh", "xx").get(random.nextInt(4));
      case TEXTS -> List.of("one", "two").subList(0, random.nextInt(3));
    };
  }
}
