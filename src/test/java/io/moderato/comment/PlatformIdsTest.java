package io.moderato.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformIdsTest {
  static Stream<String> good() {
    return Stream.of(
        " ", "1", "...", ".a", "a/b", "ü", "\u2028", "x".repeat(256), "🌉".repeat(256));
  }

  static Stream<String> bad() {
    return Stream.of(
        "", ".", "..", "a\nb", "\u0000", "\u001f", "\u007f", "x".repeat(257), "🌉".repeat(257));
  }

  @ParameterizedTest
  @MethodSource("good")
  void an_id_is_up_to_256_characters(String id) {
    assertThat(new CommentId(id)).hasToString(id);
    assertThat(new PostId(id)).hasToString(id);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void an_id_that_is_empty_too_long_dots_or_holds_control_characters_is_refused(String id) {
    assertThatThrownBy(() -> new CommentId(id)).hasMessageStartingWith("a comment id is");
    assertThatThrownBy(() -> new PostId(id)).hasMessageStartingWith("a post id is");
  }
}
