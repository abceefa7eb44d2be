package io.moderato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextRulesTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static Stream<String> wellFormed() {
    return Stream.of("", "x", "ü", "🌉", "🌉🌉", "\uffff", "\u0000", "a🌉b");
  }

  static Stream<String> broken() {
    return Stream.of(
        "\ud83c", "\udf09", "\udf09\ud83c", "\ud83c\ud83c\udf09", "a\ud83c", "🌉\udf09");
  }

  static Stream<String> longest() {
    return Stream.of(
        "x".repeat(65_536), "é".repeat(32_768), "€".repeat(21_845), "🌉".repeat(16_384));
  }

  @ParameterizedTest
  @MethodSource("wellFormed")
  void pairs_of_surrogates_are_well_formed(String text) {
    assertThat(TextRules.isWellFormed(text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void half_a_pair_is_not(String text) {
    assertThat(TextRules.isWellFormed(text)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void half_a_pair_anywhere_in_a_body_is_refused_with_its_place(String text) {
    var body =
        JSON.arrayNode().add(JSON.objectNode().set("post", JSON.objectNode().put("title", text)));

    assertThatThrownBy(() -> TextRules.check(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem())
                .isEqualTo(Problem.at(
                    ProblemType.INVALID_REQUEST,
                    "/0/post/title",
                    "holds half a surrogate pair, so it is not well-formed Unicode")));
  }

  @ParameterizedTest
  @MethodSource("longest")
  void a_text_of_65536_bytes_is_taken(String text) {
    assertThatCode(() -> TextRules.check(text(text))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("longest")
  void a_text_of_one_character_more_is_too_large(String text) {
    assertThatThrownBy(() -> TextRules.check(text("é" + text)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem())
                .isEqualTo(Problem.at(
                    ProblemType.TOO_LARGE, "/text", "is longer than 65536 bytes of UTF-8")));
  }

  @Test
  void only_a_comments_own_text_is_bounded_so() {
    var body = JSON.objectNode().set("post", JSON.objectNode().put("body", "x".repeat(100_000)));

    assertThatCode(() -> TextRules.check(body)).doesNotThrowAnyException();
  }

  private static JsonNode text(String text) {
    return JSON.objectNode().put("text", text);
  }
}
