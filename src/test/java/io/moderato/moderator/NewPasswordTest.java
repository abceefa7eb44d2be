package io.moderato.moderator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewPasswordTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "twelve signs",
        "four words in a row",
        "schöne Grüße!",
        "пароль для входа",
        "🔑🚪🏠🌲 is twelve"
      })
  void any_signs_will_do(String text) {
    assertThat(new NewPassword(text).text()).isEqualTo(text);
  }

  static Stream<String> unusable() {
    return Stream.of("", "eleven sign", "aaaaaaaaaaaaaaaa", "ab".repeat(10), "a1b".repeat(67));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void too_short_too_long_and_too_plain_ones_are_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewPassword(text))
        .withMessageStartingWith("A password");
  }

  @Test
  void is_the_same_from_every_keyboard() {
    assertThat(new NewPassword("scho\u0308ne Worte"))
        .isEqualTo(new NewPassword("sch\u00f6ne Worte"));
  }

  @Test
  void made_ones_differ_and_can_be_read_out() {
    var made =
        Stream.generate(NewPassword::random).limit(100).map(NewPassword::text).toList();

    assertThat(made).doesNotHaveDuplicates().allMatch(text -> text.matches("[a-km-np-z2-9]{20}"));
  }

  @Test
  void is_not_shown() {
    assertThat(new NewPassword("four words in a row").toString()).isEqualTo("NewPassword[hidden]");
  }
}
