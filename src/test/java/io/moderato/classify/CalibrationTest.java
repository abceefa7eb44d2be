package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationTest {
  @Test
  void platt_is_a_line_in_log_odds() {
    var platt = Calibration.platt(2, -1);

    assertThat(platt.logOdds(1.5)).isCloseTo(2, within(1e-5));
    assertThat(platt.probability(0.5)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void a_table_is_met_at_its_knots_and_constant_beyond() {
    var table = Calibration.ofProbabilities(new float[] {-1, 0, 2}, new double[] {0.1, 0.2, 0.9});

    assertThat(table.probability(-1)).isCloseTo(0.1, within(1e-6));
    assertThat(table.probability(0)).isCloseTo(0.2, within(1e-6));
    assertThat(table.probability(2)).isCloseTo(0.9, within(1e-6));
    assertThat(table.probability(-100)).isCloseTo(0.1, within(1e-6));
    assertThat(table.probability(100)).isCloseTo(0.9, within(1e-6));
    assertThat(table.probability(Double.NaN)).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void never_falls_while_the_margin_rises() {
    var table = Calibration.ofProbabilities(
        new float[] {-2, -1.9f, 0.3f, 4}, new double[] {0, 0.4, 0.4, 1});

    double before = 0;
    for (double margin = -3; margin < 5; margin += 0.001) {
      double probability = table.probability(margin);
      assertThat(probability).isBetween(before, 1.0);
      before = probability;
    }
  }

  @Test
  void one_knot_is_a_constant() {
    assertThat(Calibration.ofProbabilities(new float[] {0}, new double[] {0.3}).probability(7))
        .isCloseTo(0.3, within(1e-6));
  }

  @Test
  void refuses_knots_that_do_not_ascend() {
    assertThatThrownBy(() -> new Calibration(new float[] {1, 1}, new float[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calibration(new float[] {0, 1}, new float[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calibration(new float[] {0}, new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Calibration(new float[0], new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bound_changes_nothing_below_it_and_nothing_passes_it() {
    var calibration = Calibration.platt(1, 0);
    var bounded = calibration.atMost(0.97);

    assertThat(bounded.probability(2)).isEqualTo(calibration.probability(2), within(1e-6));
    assertThat(bounded.probability(30)).isEqualTo(0.97, within(1e-6));
    assertThat(calibration.atMost(0.9999999).probability(3))
        .isEqualTo(calibration.probability(3), within(1e-6));
  }
}
