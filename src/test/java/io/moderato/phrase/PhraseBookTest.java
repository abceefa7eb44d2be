package io.moderato.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.model.ModelCard;
import io.moderato.model.ModelStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseBookTest {
  private static final List<String> FILES = List.of("words", "threat", "sexual", "self-harm");

  @Test
  void the_card_is_that_of_these_files_and_names_what_they_score() throws IOException {
    var files = new ByteArrayOutputStream();
    for (var file : FILES) {
      try (var in = Objects.requireNonNull(
          PhraseBookTest.class.getResourceAsStream("/phrases/" + file + ".yaml"))) {
        in.transferTo(files);
      }
    }
    var card = ModelCard.ofPhrases();

    assertThat(card.modelSha256())
        .as("who changes the phrases gives the card a new version, figures and this hash")
        .isEqualTo(ModelStore.sha256(files.toByteArray()));
    assertThat(card.labels().keySet())
        .isEqualTo(Phrases.of(PhraseBook.shipped()).labels());
    assertThat(card.byRules()).isEqualTo(card.labels().keySet());
    assertThat(card.version()).isEqualTo(PhraseClassifier.VERSION);
  }

  @Test
  void guards_name_groups_that_there_are() {
    for (var book : PhraseBook.shipped()) {
      var groups = book.groups().stream().map(PhraseGroup::name).toList();

      assertThat(groups).doesNotHaveDuplicates();
      assertThat(book.guards()).allSatisfy(guard -> assertThat(groups).containsAll(guard.groups()));
    }
  }

  @Test
  void every_word_is_written_as_folding_leaves_it_or_it_would_never_be_found() {
    for (var book : PhraseBook.shipped()) {
      var phrases = Stream.of(
              book.groups().stream().flatMap(group -> group.phrases().stream()),
              book.guards().stream().flatMap(guard -> guard.phrases().stream()),
              book.words().values().stream().flatMap(List::stream))
          .flatMap(Function.identity());
      var words = phrases
          .flatMap(phrase -> Stream.of(phrase.split("[ |~^$_]+")))
          .filter(word -> word.matches("[^<.].*"))
          .distinct();

      assertThat(words).allSatisfy(word -> assertThat(FoldedWords.fold(word)).isEqualTo(word));
    }
  }

  @Test
  void no_phrase_stands_there_twice() {
    for (var book : PhraseBook.shipped()) {
      var seen = new HashSet<String>();

      assertThat(book.groups().stream().flatMap(group -> group.phrases().stream()))
          .allSatisfy(phrase -> assertThat(seen.add(phrase)).as(phrase).isTrue());
    }
  }

  @Test
  void only_self_harm_has_finer_kinds() {
    assertThat(PhraseBook.shipped().stream()
            .filter(book -> book.label() != Label.SELF_HARM)
            .flatMap(book -> book.groups().stream())
            .flatMap(group -> Stream.ofNullable(group.aspect())))
        .isEmpty();
  }
}
