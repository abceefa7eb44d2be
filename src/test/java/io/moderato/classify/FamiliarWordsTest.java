package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.comment.TextFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FamiliarWordsTest {
  private static final String GARDEN = "Roses, compost, pruning, mulch and tomatoes";
  private static final String BRIDGE = "Steel bridges rust where salty water meets paint";

  private final FamiliarWords.Collector words = new FamiliarWords.Collector();

  @Test
  void what_no_text_had_is_unfamiliar_and_what_one_had_is_not() {
    addTimes(100, GARDEN);

    assertThat(isUnfamiliar(BRIDGE)).isTrue();
    assertThat(isUnfamiliar(GARDEN)).isFalse();
    assertThat(isUnfamiliar("TOMATOES! r0ses, mulch... compost? pruning")).isFalse();
  }

  @Test
  void of_a_text_with_few_words_nothing_is_told() {
    addTimes(100, GARDEN);

    assertThat(isUnfamiliar("Steel bridges rust.")).isFalse();
    assertThat(isUnfamiliar("And what is it that you have been at for 27 or 28 years?"))
        .isFalse();
    assertThat(isUnfamiliar("")).isFalse();
  }

  @Test
  void where_the_latest_texts_brought_as_much_that_is_new_it_is_as_usual() {
    for (int i = 0; i < 50; i++) {
      add("Roses, compost, pruning, mulch, novelty%d, surprise%d".formatted(i, i));
    }
    addTimes(50, GARDEN);

    assertThat(isUnfamiliar("Roses, compost, pruning, mulch, unheard, unseen")).isFalse();
    assertThat(isUnfamiliar("Roses, compost, pruning, unknown, unheard, unseen"))
        .isTrue();
  }

  @Test
  void what_came_at_no_known_time_is_familiar_and_says_nothing_of_what_is_usual() {
    addTimes(50, GARDEN);
    words.addEarlier(hashes(BRIDGE));

    assertThat(isUnfamiliar(BRIDGE)).isFalse();
  }

  @Test
  void to_nothing_nothing_is_unfamiliar() {
    assertThat(isUnfamiliar(BRIDGE)).isFalse();
    assertThat(FamiliarWords.NONE.areUnfamiliarIn(hashes(BRIDGE))).isFalse();
  }

  @Test
  void the_same_comes_back_from_its_text() {
    addTimes(100, GARDEN);
    var familiar = words.familiar();

    var read = FamiliarWords.read(familiar.text());

    assertThat(read.text()).isEqualTo(familiar.text());
    assertThat(read.areUnfamiliarIn(hashes(BRIDGE))).isTrue();
    assertThat(read.areUnfamiliarIn(hashes(GARDEN))).isFalse();
    assertThat(FamiliarWords.read(FamiliarWords.NONE.text()).areUnfamiliarIn(hashes(BRIDGE)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "no words", "====", "\u00fc"})
  void what_is_no_such_text_is_refused(String text) {
    assertThatThrownBy(() -> FamiliarWords.read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private void addTimes(int times, String text) {
    IntStream.range(0, times).forEach(i -> add(text));
  }

  private void add(String text) {
    words.add(hashes(text));
  }

  private boolean isUnfamiliar(String text) {
    return words.familiar().areUnfamiliarIn(hashes(text));
  }

  private static WordHashes hashes(String text) {
    return WordHashes.of(text, TextFormat.TEXT);
  }
}
