package io.moderato.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Names, places, dishes, code and ids that hold a vulgar word are no phrase of ours, wherever they stand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InnocentWordsInPhrasesTest {
  private final Phrases phrases = Phrases.of(PhraseBook.shipped());
  private final PhraseScores scores = new PhraseScores(phrases);

  @Test
  void none_is_hit_alone_or_in_a_sentence_or_in_capitals() throws IOException {
    var hit = new ArrayList<String>();
    for (var word : innocent()) {
      for (var text :
          List.of(word, "I said " + word + ", and so.", word.toUpperCase(Locale.ROOT))) {
        collect(text, hit);
      }
    }

    assertThat(innocent()).hasSizeGreaterThanOrEqualTo(500);
    assertThat(hit).isEmpty();
  }

  @Test
  void none_is_hit_in_the_company_of_others() throws IOException {
    var hit = new ArrayList<String>();
    var words = innocent();
    for (int i = 0; i + 5 < words.size(); i++) {
      collect(String.join(" ", words.subList(i, i + 5)), hit);
    }

    assertThat(hit).isEmpty();
  }

  private void collect(String text, List<String> hit) {
    scores.read(FoldedWords.of(text, TextFormat.TEXT));
    for (var label : List.of(Label.THREAT, Label.SEXUAL, Label.SELF_HARM)) {
      scores.evidence(label, text).forEach(span -> hit.add(text + ": " + span));
    }
  }

  private static List<String> innocent() throws IOException {
    try (var in = Objects.requireNonNull(
        InnocentWordsInPhrasesTest.class.getResourceAsStream("/wordlist/innocent.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    }
  }
}
