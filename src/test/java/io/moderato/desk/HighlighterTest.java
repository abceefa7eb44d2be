package io.moderato.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Evidence;
import io.moderato.classify.Label;
import io.moderato.desk.Segment.Kind;
import io.moderato.signals.ListHit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HighlighterTest {
  private static final String TEXT = "You utter clown, see casino";

  private static Evidence evidence(Label label, String words, double weight) {
    int begin = TEXT.indexOf(words);
    return new Evidence(label, begin, begin + words.length(), words, weight);
  }

  private static Segment marked(String text, Label label) {
    return new Segment(Kind.EVIDENCE, text, label.name(), null);
  }

  @Test
  void words_that_speak_for_a_label_stand_out_and_those_against_do_not() {
    var found =
        List.of(evidence(Label.INSULT, "utter clown", 2), evidence(Label.SPAM, "casino", -1));

    assertThat(Highlighter.segments(TEXT, found, List.of()))
        .containsExactly(
            Segment.plain("You "),
            marked("utter clown", Label.INSULT),
            Segment.plain(", see "),
            Segment.plain("casino"));
  }

  @Test
  void where_several_speak_the_heaviest_is_shown() {
    var found =
        List.of(evidence(Label.INSULT, "utter clown", 2), evidence(Label.TOXIC, "clown", 3));

    assertThat(Highlighter.segments(TEXT, found, List.of()).subList(1, 3))
        .containsExactly(marked("utter ", Label.INSULT), marked("clown", Label.TOXIC));
  }

  @Test
  void an_entry_of_a_list_comes_before_evidence_and_one_of_another_field_is_not_in_the_text() {
    int begin = TEXT.indexOf("casino");
    var hits = List.of(
        new ListHit("hold-words", "casino*", "text", begin, begin + 6),
        new ListHit("hold-words", "You", "name", 0, 3));

    assertThat(Highlighter.segments(TEXT, List.of(evidence(Label.SPAM, "casino", 4)), hits))
        .containsExactly(
            Segment.plain("You utter clown, see "),
            new Segment(Kind.LISTED, "casino", null, "hold-words: casino*"));
  }

  @Test
  void what_nobody_sees_is_named_and_can_turn_nothing_round() {
    assertThat(Highlighter.segments("a\u202Eb\u200Bc\u0007\n", List.of(), List.of()))
        .containsExactly(
            Segment.plain("a"),
            new Segment(Kind.HIDDEN, "U+202E", null, "RIGHT-TO-LEFT OVERRIDE"),
            Segment.plain("b"),
            new Segment(Kind.HIDDEN, "U+200B", null, "ZERO WIDTH SPACE"),
            Segment.plain("c"),
            new Segment(Kind.HIDDEN, "U+0007", null, "BEL"),
            Segment.plain("\n"));
    assertThat(Highlighter.line("x\u202Egnp.exe")).isEqualTo("x‹U+202E›gnp.exe");
    assertThat(Highlighter.line("\uD83D\uDC68\u200D\uD83D\uDC67"))
        .isEqualTo("\uD83D\uDC68\u200D\uD83D\uDC67");
  }

  @Test
  void no_visible_character_is_lost_whatever_overlaps() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var text = random
          .ints(1 + random.nextInt(60), 'a', 'z' + 1)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());
      var found = IntStream.range(0, random.nextInt(8))
          .mapToObj(i -> {
            int begin = random.nextInt(text.length());
            int end = begin + 1 + random.nextInt(text.length() - begin);
            return new Evidence(
                Label.TOXIC, begin, end, text.substring(begin, end), random.nextGaussian());
          })
          .toList();

      assertThat(Highlighter.segments(text, found, List.of()).stream()
              .map(Segment::text)
              .collect(Collectors.joining()))
          .as("seed " + seed)
          .isEqualTo(text);
    }
  }
}
