package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/review", "/review?site=blog&label=SPAM#x", "/a//b", "/%2f%2fevil.example"})
  void a_path_of_this_service_is_followed(String path) {
    assertThat(ReturnPath.of(path).path()).isEqualTo(path);
  }

  static Stream<String> foreign() {
    return Stream.of(
        "",
        "review",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " /review",
        "https://evil.example/",
        "javascript:alert(1)",
        "/review\r\nSet-Cookie: a=b",
        "/\u2028review",
        "/" + "a".repeat(3000));
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("foreign")
  void everything_else_leads_to_the_queue(@Nullable String path) {
    assertThat(ReturnPath.of(path).path()).isEqualTo("/review");
  }

  @Test
  void travels_along_through_signing_in() {
    assertThat(ReturnPath.of("/review?a=b&c=d").signIn())
        .isEqualTo("/login?to=%2Freview%3Fa%3Db%26c%3Dd");
  }
}
