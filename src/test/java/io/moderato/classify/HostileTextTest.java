package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No text makes the classifier throw, or take more than linear time. The limit leaves room for a cold and busy machine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileTextTest {
  private static final int SIZE = 64 * 1024;

  private static final String[] BITS = {
    "a",
    "Z",
    "0",
    " ",
    "\n",
    "\u0000",
    "\uD800",
    "\uDC00",
    "\u0301",
    "\u202E",
    "\u200B",
    "😀",
    "🇫",
    "🇫🇷",
    "ﷺ",
    "文",
    "ж",
    "а",
    "𝓯",
    "a ",
    "a.",
    "a. ",
    "a*",
    "f4",
    "$",
    "@",
    "a@",
    "@a",
    "!",
    "*",
    "'",
    "a'",
    "1 2",
    "://",
    "http://",
    "http://a",
    "www.",
    "w",
    "a.a@",
    "&",
    "&#",
    "&a",
    "&amp",
    "&amp;",
    "&#x110000;",
    "<",
    "<b>",
    "</b>",
    "<a ",
    "<a b=\"",
    "<a href=x>",
    "<!--",
    "<!",
    "<?",
    "<![CDATA[",
    "<p><b>",
    "<table>",
    "<table><tr><td>",
    "<ul><li>",
    "<b></i>",
    "<i><table>",
    "<script>",
    "<textarea>",
    "<svg>",
    "<select>",
    ">",
    "> ",
    "- ",
    "* ",
    "1. ",
    "+",
    "[",
    "![",
    "[a](",
    "[](",
    "[a](<",
    "[a](b \"",
    "[a]: ",
    "[a]: b\n",
    "[a\n",
    "]",
    "a[b",
    "](",
    "`",
    "``` ",
    "~~~\n",
    "_",
    "*a ",
    "*a **a ",
    "a**b",
    "a*b_",
    "**x* ",
    "*a_ ",
    "\\",
    "<http:",
    "(",
    "> \n",
    "- \n",
    "-\n",
    " - a\n",
    "\t",
    "#",
    "# a\n",
    "    a\n",
    "a\n",
    "<div>\n",
    "`a``b```c",
    "\r",
    "\r\n",
    "\"",
    "a\u0301\u0302\u0303\u0304"
  };

  /** Idle cores need less than a tenth; reading in more than linear time would take seconds. */
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final Classifier classifier = new OpenNlpClassifier(
      Models.serving(Models.random(1, Label.SPAM, Label.TOXIC)), 0); // all evidence

  @ParameterizedTest
  @EnumSource
  void one_bit_repeated_to_64_kib(TextFormat format) {
    for (String bit : BITS) {
      String text = bit.repeat(SIZE / bit.length());

      assertThat(quickestOfThree(() -> classifier.classify(text, format)))
          .as("%s of %s", format, bit)
          .isLessThan(LIMIT);
    }
  }

  @Test
  void quotes_and_lists_nested_by_the_thousand() {
    var nested = List.of(
        ">".repeat(SIZE / 2) + "a\n".repeat(SIZE / 4),
        "- ".repeat(SIZE / 4) + "a\n" + "\n ".repeat(SIZE / 4),
        "- ".repeat(16) + "a\n" + "\n ".repeat(SIZE / 2));

    for (String text : nested) {
      assertThat(quickestOfThree(() -> classifier.classify(text, TextFormat.MARKDOWN)))
          .isLessThan(LIMIT);
    }
  }

  /** The first run within the limit, so that a busy machine gets another chance. */
  private static Duration quickestOfThree(Runnable work) {
    var took = LIMIT;
    for (int run = 0; run < 3 && took.compareTo(LIMIT) >= 0; run++) {
      long begin = System.nanoTime();
      work.run();
      took = Duration.ofNanos(System.nanoTime() - begin);
    }
    return took;
  }
}
