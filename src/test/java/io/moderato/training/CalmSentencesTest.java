package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalmSentencesTest {
  @Test
  void leaves_out_each_sentence_in_which_something_is_marked() {
    var text = "The mayor spoke. What a fool! The bridge opens in May.";

    assertThat(CalmSentences.of(text, "[24, 25, 26, 27]"))
        .isEqualTo("The mayor spoke. The bridge opens in May.");
  }

  @Test
  void counts_characters_and_not_code_units() {
    var text = "😀 fine. Fool. Good day.";

    assertThat(CalmSentences.of(text, "[8]")).isEqualTo("😀 fine. Good day.");
  }

  @Test
  void takes_nothing_from_a_text_in_which_nothing_is_marked() {
    assertThat(CalmSentences.of("Somehow abusive.", "[]")).isEmpty();
  }
}
