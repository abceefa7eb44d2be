package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Words with a vulgar word inside, names, code, addresses and ids: none is hit by a list of plain vulgar words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InnocentWordsTest {
  private static final String[] VULGAR =
      ("anal anus arse arsehole ass asshole balls bastard bitch bra bum butt cialis clit cock coon crap cum"
              + " cunt damn dick dyke escort fag faggot fuck fucker fucking gook hell ho hoe homo hooker jap kike knob lust milf nazi"
              + " nude penis piss poo porn prick pron puta pussy rape semen sex shit slut sperm spic tit tits tranny turd twat vag"
              + " viagra wank wanker whore xxx")
          .split(" ");

  @Test
  void there_are_enough_of_them() throws IOException {
    assertThat(innocent()).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
  }

  @Test
  void none_is_hit_alone_or_in_a_sentence_or_in_capitals() throws IOException {
    var hit = new ArrayList<String>();
    for (var word : innocent()) {
      for (var text :
          List.of(word, "I said " + word + ", and so.", word.toUpperCase(Locale.ROOT))) {
        WordLists.hits(text, VULGAR).forEach(found -> hit.add(text + ": " + found));
      }
    }

    assertThat(hit).isEmpty();
  }

  @Test
  void each_vulgar_word_is_hit_by_its_own_entry() {
    for (var word : VULGAR) {
      assertThat(WordLists.hits("you " + word + "!", VULGAR)).containsExactly(word);
    }
  }

  @Test
  void none_is_a_hit_in_a_text_of_all() throws IOException {
    var text = String.join(" ", innocent());

    assertThat(WordLists.hits(WordLists.list(VULGAR), text, TextFormat.TEXT)).isEmpty();
  }

  private static List<String> innocent() throws IOException {
    try (var in = Optional.ofNullable(
            InnocentWordsTest.class.getResourceAsStream("/wordlist/innocent.txt"))
        .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    }
  }
}
