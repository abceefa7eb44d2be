package io.moderato.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.FoldedWords;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseScanTest {
  private static final Map<String, List<String>> WORDS =
      Map.of("you", List.of("you", "all of you"), "barrier", List.of("not"));

  @ParameterizedTest
  @CsvSource(delimiter = '/', textBlock = """
          one two             / say one two now            / one two
          one|two three       / two three                  / two three
          one ~two three      / one three                  / one three
          one ~two three      / one two three              / one two three
          one ..2 four        / one two three four         / one two three four
          one ..2 four        / one four                   / one four
          hit <you>           / hit all of you             / hit all of you
          hit|stop_at <you>   / stop at you                / stop at you
          ^ go                / Stay. Go!                  / Go
          go $                / let it go                  / go
          one two             / one 🎉 two                 / one 🎉 two
          one two             / O.n.e tw0wo two            /
          one two             / one. two                   /
          one ..2 four        / one not four               /
          one ..2 four        / one six ten two four             /
          ^ go                / let it go                  /
          go $                / go away                    /
          one two             / one's two                  /
          """)
  void a_phrase_is_found_or_not(String phrase, String text, String found) {
    assertThat(found(text, phrase)).isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void every_phrase_is_found_and_the_shortest_reading_counts() {
    assertThat(found("one two one two three", "one ..3 three", "two three"))
        .containsExactly("one two three", "two three");
  }

  @Test
  void an_unknown_name_and_a_phrase_without_a_word_are_refused() {
    assertThatThrownBy(() -> found("", "hit <them>")).hasMessageContaining("<them>");
    assertThatThrownBy(() -> found("", "~one ~two")).hasMessageContaining("matches no word");
  }

  private static List<String> found(String text, String... phrases) {
    var builder = new PhraseGraphBuilder(List.of("not"));
    for (int i = 0; i < phrases.length; i++) {
      builder.add(phrases[i], WORDS, i);
    }
    var graph = builder.graph();
    var folded = FoldedWords.of(text, TextFormat.TEXT);
    var words = new TextWords(graph.vocabulary(), folded);
    words.read(folded);
    var found = new ArrayList<String>();
    new PhraseScan(graph)
        .run(
            words,
            (mark, begin, end) -> found.add(text.substring(words.begin(begin), words.end(end))));
    return found;
  }
}
