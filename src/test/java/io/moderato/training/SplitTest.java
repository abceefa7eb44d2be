package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTest {
  @Test
  void keeps_texts_together_that_differ_in_case_spacing_and_punctuation_only() {
    long key = Split.key("Nice  post, thank you!");

    assertThat(Split.key("nice post thank YOU")).isEqualTo(key);
    assertThat(Split.key("nice post thanks")).isNotEqualTo(key);
  }

  @Test
  void tells_texts_without_letters_apart() {
    assertThat(Split.key("!!!")).isNotEqualTo(Split.key("???"));
  }

  @Test
  void never_changes_for_a_seed() {
    var parts = IntStream.range(0, 8).mapToObj(i -> Split.of(i, 1)).toList();

    assertThat(parts)
        .isEqualTo(IntStream.range(0, 8).mapToObj(i -> Split.of(i, 1)).toList())
        .isNotEqualTo(IntStream.range(0, 8).mapToObj(i -> Split.of(i, 2)).toList());
  }

  @Test
  void gives_the_parts_their_shares() {
    var counts = IntStream.range(0, 10_000)
        .mapToObj(i -> Split.of(Split.key("text " + i), 1))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(counts).hasSize(Split.values().length);
    assertThat(Arrays.stream(Split.values()).map(counts::get).toList())
        .satisfiesExactly(
            train -> assertThat(train).isBetween(6_800L, 7_200L),
            calibration -> assertThat(calibration).isBetween(1_350L, 1_650L),
            test -> assertThat(test).isBetween(1_350L, 1_650L));
  }
}
