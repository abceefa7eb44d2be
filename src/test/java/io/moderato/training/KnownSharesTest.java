package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moderato.classify.Calibration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownSharesTest {
  private final KnownShares shares = new KnownShares(
      "talk", new TreeMap<>(Map.of(0.5, 0.024, 0.7, 0.011, 0.8, 0.004, 0.9, 0.002)));

  /** A tail of margins that thins out as talk does: a tenth as many for each 2 more. */
  private final double[] margins = IntStream.rangeClosed(1, 20_000)
      .mapToDouble(i -> -2 * Math.log10(i / 20_000.0) - 6)
      .toArray();

  @Test
  void as_many_comments_score_above_each_point_as_are_known_to() {
    var bent = shares.bend(Calibration.platt(1, -1), margins);

    shares.above().forEach((score, share) -> {
      double above = Arrays.stream(margins)
          .filter(margin -> bent.probability(margin) > score)
          .count();
      assertThat(above / margins.length).isBetween(share / 1.4, share * 1.4);
    });
  }

  @Test
  void the_body_stays_as_it_was() {
    var fitted = Calibration.platt(1, -1);

    assertThat(shares.bend(fitted, margins).probability(-5.5))
        .isEqualTo(fitted.probability(-5.5), within(1e-3));
  }

  @Test
  void order_is_kept() {
    var bent = shares.bend(Calibration.platt(1, 4), margins);

    assertThat(IntStream.range(-100, 100).mapToDouble(bent::logOdds)).isSorted();
  }

  @Test
  void one_share_is_no_line() {
    assertThatThrownBy(() -> new KnownShares("talk", new TreeMap<>(Map.of(0.5, 0.1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two shares");
  }
}
