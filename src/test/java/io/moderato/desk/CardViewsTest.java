package io.moderato.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CardViewsTest {
  @Test
  void only_addresses_of_the_web_are_followed() {
    assertThat(CardViews.followable("https://blog.example/a?b=c")).isNotNull();
    assertThat(CardViews.followable("HTTP://blog.example")).isNotNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/review",
        "java\nscript:alert(1)",
        ""
      })
  void everything_else_is_text(String url) {
    assertThat(CardViews.followable(url)).isNull();
  }
}
