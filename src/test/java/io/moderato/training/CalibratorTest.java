package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibratorTest {
  /** Margins whose log-odds are 2 x margin - 1. */
  private static List<Observation> drawn(long seed, int count) {
    var random = new Random(seed);
    List<Observation> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double margin = random.nextGaussian();
      double rate = 1 / (1 + Math.exp(1 - 2 * margin));
      drawn.add(new Observation(margin, random.nextDouble() < rate, 1));
    }
    return drawn;
  }

  @Test
  void finds_the_slope_and_intercept_that_made_the_data() {
    double[] platt = Calibrator.platt(drawn(1, 50_000));

    assertThat(platt[0]).isEqualTo(2, within(0.1));
    assertThat(platt[1]).isEqualTo(-1, within(0.1));
  }

  @Test
  void makes_probabilities_of_margins_it_has_not_seen() {
    var calibration = Calibrator.fit(drawn(1, 20_000));

    var fresh = drawn(2, 20_000).stream()
        .map(each ->
            new Observation(calibration.probability(each.score()), each.positive(), each.weight()))
        .toList();

    assertThat(Reliability.of(fresh).expectedError()).isLessThan(0.02);
  }

  @Test
  void keeps_the_order_of_margins_beyond_all_it_has_seen() {
    var calibration = Calibrator.fit(drawn(1, 2_000));

    assertThat(calibration.probability(6)).isGreaterThan(calibration.probability(5));
    assertThat(calibration.probability(-6)).isLessThan(calibration.probability(-5));
  }

  @Test
  void many_texts_of_the_same_margin_are_no_obstacle() {
    var margins = new ArrayList<>(drawn(1, 200));
    for (int i = 0; i < 300; i++) {
      margins.add(new Observation(2, i % 10 > 0, 1));
    }

    var calibration = Calibrator.fit(margins);

    assertThat(calibration.probability(2)).isEqualTo(0.9, within(0.05));
  }

  @Test
  void no_margin_is_beyond_doubt() {
    var margins = new ArrayList<>(drawn(1, 200));
    for (int i = 0; i < 100; i++) {
      margins.add(new Observation(300 + i, true, 1));
    }

    assertThat(Calibrator.fit(margins).probability(400)).isGreaterThan(0.9);
  }
}
