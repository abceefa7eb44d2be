package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.Label;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalsTest {
  private final Signals signals = new Signals(
      new Scores(Map.of(Label.SPAM, 0.93)), "en", true, true, 3, new TextShape(12, 57, 0.25), true);
  private final Signals opposite = new Signals(
      new Scores(Map.of(Label.SPAM, 0.0)), "xx", false, false, 0, new TextShape(0, 0, 0), false);

  @ParameterizedTest
  @CsvSource({
    "scores.SPAM, 0.93, 0",
    "links.count, 3, 0",
    "language.supported, 1, 0",
    "language.unsupported, 0, 1",
    "language.expected, 1, 0",
    "language.unexpected, 0, 1",
    "honeypot.filled, 1, 0",
    "shape.words, 12, 0",
    "shape.letters, 57, 0",
    "shape.capitalShare, 0.25, 0"
  })
  void every_signal_has_its_number(String name, double here, double there) {
    assertThat(signals.number(name)).hasValue(here);
    assertThat(opposite.number(name)).hasValue(there);
  }

  @Test
  void a_score_that_no_model_offers_is_missing_and_not_0() {
    assertThat(signals.number("scores.HATE")).isEqualTo(OptionalDouble.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "spam", "scores.", "scores.spam", "scores.RUDE", "links", "Links.count"})
  void a_name_that_is_no_signal_is_refused(String name) {
    assertThatThrownBy(() -> signals.number(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
