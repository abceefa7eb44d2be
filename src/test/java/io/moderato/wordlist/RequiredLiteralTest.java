package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequiredLiteralTest {
  @ParameterizedTest
  @CsvSource({
    "Win \\$\\d+, win",
    "abc?d, ab",
    "abcd*, abc",
    "abc+d, abc",
    "ab{0}c, a",
    "a(bcd)e, a",
    "(a(b)[)]c)de, de",
    "[abc]de, de",
    "[]abc]de, de",
    "ab|cdef, ''",
    "(ab|cd)ef, ef",
    "\\bcasino\\b, casino",
    "\\pLabc, ''",
    "\\x41bc, ''",
    "a.b, a",
    "'', ''"
  })
  void what_no_match_can_lack(String expression, String literal) {
    assertThat(RequiredLiteral.of(expression)).isEqualTo(literal);
  }
}
