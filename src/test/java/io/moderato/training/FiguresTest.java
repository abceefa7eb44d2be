package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each figure against a value worked out by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
  /** From above: with, without, with, without. */
  private final List<Observation> four = List.of(
      new Observation(0.9, true, 1),
      new Observation(0.6, false, 1),
      new Observation(0.4, true, 1),
      new Observation(0.1, false, 1));

  @Test
  void auc_is_the_share_of_pairs_in_the_right_order() {
    assertThat(Ranking.auc(four)).isEqualTo(0.75);
  }

  @Test
  void a_tie_is_half_in_order() {
    var tied = List.of(new Observation(0.5, true, 1), new Observation(0.5, false, 1));

    assertThat(Ranking.auc(tied)).isEqualTo(0.5);
  }

  @Test
  void auc_does_not_exist_for_one_outcome() {
    assertThat(Ranking.auc(List.of(new Observation(0.5, true, 1)))).isNaN();
  }

  @Test
  void weights_count_like_copies() {
    var weighted = List.of(
        new Observation(0.9, true, 1),
        new Observation(0.6, false, 3),
        new Observation(0.4, true, 1),
        new Observation(0.1, false, 1));

    assertThat(Ranking.auc(weighted)).isEqualTo(5 / 8.0);
  }

  @Test
  void average_precision_weighs_precision_with_the_recall_it_adds() {
    assertThat(Ranking.averagePrecision(four)).isEqualTo((1 + 2 / 3.0) / 2, within(1e-12));
  }

  @Test
  void what_is_caught_costs_no_more_of_the_good_ones_than_allowed() {
    assertThat(Ranking.caughtAt(0.49, four)).isEqualTo(0.5);
    assertThat(Ranking.caughtAt(0.5, four)).isEqualTo(1);
  }

  @Test
  void of_a_tie_that_costs_too_much_nothing_is_caught() {
    var tied = List.of(new Observation(0.5, true, 1), new Observation(0.5, false, 1));

    assertThat(Ranking.caughtAt(0.02, tied)).isZero();
    assertThat(Ranking.caughtAt(0.02, List.of(new Observation(0.5, true, 1)))).isNaN();
  }

  @Test
  void a_threshold_counts_the_score_at_it() {
    assertThat(AtThreshold.of(four, 0.4)).isEqualTo(new AtThreshold(0.4, 2 / 3.0, 1, 0.5));
  }

  @Test
  void precision_does_not_exist_above_all_scores() {
    assertThat(AtThreshold.of(four, 0.95)).isEqualTo(new AtThreshold(0.95, Double.NaN, 0, 0));
  }

  @Test
  void calibration_error_is_the_mean_distance_of_score_and_rate() {
    var reliability = Reliability.of(List.of(
        new Observation(0.82, true, 1),
        new Observation(0.88, false, 1),
        new Observation(0.1, false, 2)));

    assertThat(reliability.expectedError())
        .isEqualTo(0.5 * (0.85 - 0.5) + 0.5 * 0.1, within(1e-12));
  }

  @Test
  void a_part_of_the_calibration_error_comes_from_scores_of_a_half_and_more() {
    var reliability = Reliability.of(List.of(
        new Observation(0.5, true, 1),
        new Observation(0.5, false, 1),
        new Observation(0.7, false, 1),
        new Observation(0.4, false, 1)));

    assertThat(reliability.expectedErrorFromHalf()).isEqualTo(0.25 * 0.7, within(1e-12));
    assertThat(reliability.expectedError()).isEqualTo(0.25 * 0.7 + 0.25 * 0.4, within(1e-12));
  }

  @Test
  void a_score_of_one_falls_into_the_last_bin() {
    var bins = Reliability.of(List.of(new Observation(1, true, 1))).bins();

    assertThat(bins).hasSize(10).last().isEqualTo(new Reliability.Bin(1, 1, 1));
  }
}
