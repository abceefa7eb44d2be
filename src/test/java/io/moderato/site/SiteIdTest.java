package io.moderato.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteIdTest {
  static Stream<String> good() {
    return Stream.of("a", "7", "my-blog", "a--b", "a".repeat(64));
  }

  static Stream<String> bad() {
    return Stream.of(
        "", "-", "-a", "a-", "A", "a_b", "a b", "a/b", "a.b", "ä", "a\n", "a".repeat(65));
  }

  @ParameterizedTest
  @MethodSource("good")
  void is_up_to_64_lower_case_letters_digits_and_hyphens(String id) {
    assertThat(new SiteId(id)).hasToString(id);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void anything_else_is_refused(String id) {
    assertThatThrownBy(() -> new SiteId(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
