package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchWordsTest {
  @Test
  void are_those_of_the_name_and_of_the_text_each_once() {
    assertThat(SearchWords.of("Well, well: Anna again!", TextFormat.TEXT, "Anna Ärmel"))
        .containsExactly("anna", "armel", "well", "again");
  }

  @Test
  void stand_between_spaces_as_they_are_stored() {
    assertThat(SearchWords.line(List.of("a", "b"))).isEqualTo(" a b ");
  }

  @Test
  void are_as_many_as_an_index_takes() {
    var text =
        IntStream.range(1000, 2000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    var words = SearchWords.of(text, TextFormat.TEXT, "Anna");

    assertThat(words).hasSizeGreaterThan(50).startsWith("anna", "word1000");
    assertThat(SearchWords.line(words).length()).isBetween(500, 512);
    assertThat(SearchWords.line(SearchWords.of("abc".repeat(300)))).hasSize(42);
  }
}
