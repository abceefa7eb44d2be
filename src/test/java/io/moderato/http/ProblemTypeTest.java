package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTypeTest {
  private static final Path PAGES = Path.of("docs/problems");

  @Test
  void each_type_has_its_page_and_each_page_its_type() throws IOException {
    try (var pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
              .map(type -> type.slug() + ".md")
              .toList());
    }
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void a_page_begins_with_title_and_status_and_says_what_to_do(ProblemType type)
      throws IOException {
    assertThat(Files.readString(PAGES.resolve(type.slug() + ".md")))
        .startsWith("# %s (%d)\n".formatted(type.title(), type.status()))
        .contains("**What to do.**");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void a_problem_names_its_page(ProblemType type) {
    var json = Problem.of(type, "Because.").toJson();

    assertThat(json.getString("type")).isEqualTo("/docs/problems/" + type.slug());
    assertThat(json.getInteger("status")).isEqualTo(type.status());
    assertThat(json.getString("title")).isEqualTo(type.title());
    assertThat(json.getString("detail")).isEqualTo("Because.");
  }
}
