package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyReaderTest {
  private static final String GOOD = """
      name: news
      description: For a test.
      let:
        most: 0.5
        strict: true
        harsh: scores.TOXIC >= most && strict
      rules:
        - name: toxic
          sentence: Perhaps harsh ({value}).
          when: harsh
          verdict: HOLD
      """;

  @Test
  void yaml_is_read() {
    assertThat(PolicyReader.read(GOOD, 3).source())
        .isEqualTo(new PolicySource(
            "news",
            "For a test.",
            List.of(
                new Definition("most", "0.5"),
                new Definition("strict", "true"),
                new Definition("harsh", "scores.TOXIC >= most && strict")),
            List.of(new Rule("toxic", "Perhaps harsh ({value}).", "harsh", Verdict.HOLD))));
  }

  @Test
  void json_of_the_same_shape_is_read() {
    var json = """
        {"name": "news", "description": "For a test.",
         "let": {"most": 0.5, "strict": true, "harsh": "scores.TOXIC >= most && strict"},
         "rules": [{"name": "toxic", "sentence": "Perhaps harsh ({value}).", "when": "harsh", "verdict": "HOLD"}]}
        """;

    assertThat(PolicyReader.read(json, 3).source())
        .isEqualTo(PolicyReader.read(GOOD, 3).source());
    assertThat(PolicyReader.read(json, 3).id()).isEqualTo("news@3");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
      scores.SPAN > 0.5 | line 1, column 1: `scores.SPAN` is no signal and no earlier definition; did you mean `scores.SPAM`?
      scores.spam > 0.5 | line 1, column 1: `scores.spam` is no signal and no earlier definition; did you mean `scores.SPAM`?
      true && mots > 0.5 | line 1, column 9: `mots` is no signal and no earlier definition; did you mean `most`?
      form == 3 | line 1, column 1: `form` is a group of signals: form.honeypotFilled, form.seconds
      xyzzy.plugh.foo | line 1, column 1: `xyzzy.plugh.foo` is no signal and no earlier definition
      has(author.aproved) | line 1, column 4: `author.aproved` is no signal and no earlier definition; did you mean `author.approved`?
      has(1 + 1) | line 1, column 4: `has` wants the name of a signal
      links.domains.exists(d, e == 'x') | line 1, column 25: `e` is no signal and no earlier definition
      links.count > | line 1, column 14: mismatched input 'the end'
      links.count > 'a' | line 1, column 13: `>` can't be applied to (int, string)
      scores.SPAM == 1 | line 1, column 13: `==` can't be applied to (double, int); write a whole number as 1.0, or convert with double(…)
      links.count + 1 | is of type int, and must be yes or no
      size(links.count) > 3 | line 1, column 5: `size` can't be applied to (int)
      shout(language.code) | line 1, column 6: there is no function `shout`
      1 < 2 | reads no signal, so it matches always or never
      language.code.matches('[') | line 1, column 22: the regular expression is wrong: missing closing ]
      language.code.matches(language.code) | line 1, column 22: `matches` wants a regular expression between quotes
      language.code + 'x' == 'enx' | line 1, column 15: texts and lists can't be joined in a rule
      size(links.domains + links.domains) > 3 | line 1, column 20: texts and lists can't be joined in a rule
      google.protobuf.Timestamp{} == null | line 1, column 26: there is no function `google.protobuf.Timestamp`
      """)
  void a_wrong_condition_is_named_with_line_column_and_the_nearest_name(
      String when, String detail) {
    var mistakes = mistakes(GOOD.replace("when: harsh", "when: \"" + when + "\""));

    assertThat(mistakes).contains(new Mistake("/rules/0/when", detail));
  }

  @Test
  void lines_are_counted_in_expressions_of_several() {
    var when = "when: |\n      scores.TOXIC > 0.5 &&\n      scores.SPAN > 0.5";

    assertThat(mistakes(GOOD.replace("when: harsh", when)))
        .extracting(Mistake::detail)
        .containsExactly(
            "line 2, column 1: `scores.SPAN` is no signal and no earlier definition; did you mean `scores.SPAM`?");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
      name: news | name: News! | /name | a name is up to 64 small letters, digits and hyphens
      name: news | nmae: news | /nmae | is no field here; did you mean `name`?
      name: toxic | name: 7 | /rules/0/name | must be a text
      most: 0.5 | links: 0.5 | /let/links | 'links' means something else already
      most: 0.5 | while: 0.5 | /let/while | 'while' means something else already
      most: 0.5 | Most-1: 0.5 | /let/Most-1 | a definition's name is up to 40 letters and digits and begins with a small letter
      most: 0.5 | most: [0.5] | /let/most | must be an expression
      most: 0.5 | most: 1 > 'a' | /let/most | line 1, column 3: `>` can't be applied to (int, string)
      verdict: HOLD | verdict: BLOCK | /rules/0/verdict | must be APPROVE, HOLD or REJECT
      verdict: HOLD | verdict: hold | /rules/0/verdict | must be APPROVE, HOLD or REJECT; did you mean `HOLD`?
      {value} | {scores.TOXIK} | /rules/0/sentence | {scores.TOXIK} is no signal; did you mean `scores.TOXIC`?
      verdict: HOLD | colour: red | /rules/0/colour | is no field here
      """)
  void a_mistake_is_named_with_its_place(String good, String bad, String pointer, String detail) {
    assertThat(mistakes(GOOD.replace(good, bad))).anySatisfy(mistake -> {
      assertThat(mistake.pointer()).isEqualTo(pointer);
      assertThat(mistake.detail()).startsWith(detail);
    });
  }

  @Test
  void value_stands_for_a_single_signal_alone() {
    var two = GOOD.replace("when: harsh", "when: harsh && links.count > 0");

    assertThat(mistakes(two))
        .containsExactly(
            new Mistake(
                "/rules/0/sentence",
                "{value} is the value of the one signal that a condition reads, and this one reads 2; name it, as in {links.count}"));
  }

  @Test
  void all_mistakes_are_found_at_once_and_what_uses_a_wrong_definition_is_not_wrong_for_that() {
    var wrong = """
        name: ''
        let: { low: scores.SPAN, fine: low > 0.5 }
        rules:
          - { name: a, sentence: A., when: fine && low < 0.7, verdict: HOLD }
          - { name: a, sentence: A., when: 'links.cuont > 1 || links.count > ''x''', verdict: HOLD }
          - { name: b, when: 'links.count > 1', verdict: NO }
          - 7
        """;

    assertThat(mistakes(wrong))
        .extracting(Mistake::pointer)
        .containsExactlyInAnyOrder(
            "/name",
            "/let/low",
            "/rules/1/name",
            "/rules/1/when",
            "/rules/1/when",
            "/rules/2/sentence",
            "/rules/2/verdict",
            "/rules/3",
            "/rules/3/name",
            "/rules/3/sentence",
            "/rules/3/when",
            "/rules/3/verdict");
  }

  @Test
  void what_is_odd_is_a_warning() {
    var unused = GOOD.replace("when: harsh", "when: scores.TOXIC > 0.1");
    var empty = "name: open\nrules: []\n";

    assertThat(PolicyReader.read(unused, 1).warnings())
        .containsExactly(new Mistake("/let/harsh", "nothing uses it"));
    assertThat(PolicyReader.read(empty, 1).warnings())
        .containsExactly(new Mistake("/rules", "there are none, so every comment is approved"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "[]", "name", "name: [", "a: 1\na: 2", "\u0000"})
  void what_is_no_policy_at_all_is_refused(String text) {
    assertThat(mistakes(text)).hasSize(1);
  }

  @Test
  void a_mistake_in_the_form_is_named_with_its_line() {
    assertThat(mistakes(GOOD + "    verdict: REJECT\n").get(0).detail())
        .startsWith("line 12, column ");
  }

  private static List<Mistake> mistakes(String text) {
    var refused =
        catchThrowableOfType(InvalidPolicyException.class, () -> PolicyReader.read(text, 1));
    assertThat(refused).as(text).isNotNull();
    return refused.mistakes();
  }
}
