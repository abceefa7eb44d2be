package io.moderato.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BenchTextTest {
  @Test
  void a_seed_always_gives_the_same_texts() {
    assertThat(new BenchText(7).comment(60)).isEqualTo(new BenchText(7).comment(60));
    assertThat(new BenchText(7).comment(60)).isNotEqualTo(new BenchText(8).comment(60));
  }

  @Test
  void a_comment_has_as_many_words_as_asked_for() {
    assertThat(new BenchText(1).comment(60).split("[^A-Za-z]+")).hasSize(60);
  }

  @Test
  void a_long_text_has_the_length_asked_for() {
    assertThat(new BenchText(1).ofLength(65_536)).hasSize(65_536);
    assertThat(new BenchText(1).oneWord(65_536)).hasSize(65_536).doesNotContain(" ");
  }
}
