package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/wordlists.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordListDocsTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A row of the table: each entry hits each of the texts, and none of the others. */
  record Row(List<String> entries, List<String> hit, List<String> missed) {}

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("docs", "wordlists.md")).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Row(codes(cells[1]), codes(cells[2]), codes(cells[3])));
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void an_entry_hits_what_the_page_says_and_nothing_else(Row row) {
    for (var entry : row.entries()) {
      assertThat(row.hit())
          .allSatisfy(text -> assertThat(WordLists.hits(text, entry)).isNotEmpty());
      assertThat(row.missed())
          .allSatisfy(text -> assertThat(WordLists.hits(text, entry)).isEmpty());
    }
  }

  @Test
  void the_page_has_examples_of_every_kind() throws IOException {
    assertThat(rows().filter(row -> !row.hit().isEmpty())).hasSizeGreaterThanOrEqualTo(9);
    assertThat(rows().filter(row -> !row.missed().isEmpty())).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void an_exception_takes_back_what_another_entry_hits() {
    assertThat(WordLists.hits("Read Dick Cheney on it.", "dick", "!dick cheney"))
        .isEmpty();
    assertThat(WordLists.hits("You dick!", "dick", "!dick cheney")).hasSize(1);
  }
}
