package io.moderato.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LatenciesTest {
  @Test
  void a_percentile_is_the_nearest_rank_whatever_the_order() {
    var latencies = new Latencies();
    IntStream.rangeClosed(1, 10_000).forEach(i -> latencies.add((10_001 - i) * 1_000_000L));

    assertThat(latencies.count()).isEqualTo(10_000);
    assertThat(latencies.millis(0.5)).isEqualTo(5000);
    assertThat(latencies.millis(0.99)).isEqualTo(9900);
    assertThat(latencies.millis(1)).isEqualTo(10_000);
  }

  @Test
  void without_calls_there_is_none() {
    assertThat(new Latencies().millis(0.5)).isNaN();
  }
}
