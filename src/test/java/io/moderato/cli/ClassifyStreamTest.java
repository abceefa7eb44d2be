package io.moderato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Classification;
import io.moderato.classify.Classifier;
import io.moderato.classify.Evidence;
import io.moderato.classify.FoldedWords;
import io.moderato.classify.Label;
import io.moderato.classify.LanguageHint;
import io.moderato.classify.Scores;
import io.moderato.classify.TextShape;
import io.moderato.classify.WordHashes;
import io.moderato.comment.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifyStreamTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void answers_each_line() throws Exception {
    boolean readable = run(
        "{\"id\": \"c-1\", \"text\": \"spam\"}\n{\"id\": 2, \"text\": \"<b>\", \"format\": \"html\"}",
        false);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
            {"id":"c-1","scores":{"SPAM":0.4},"language":"en"}
            {"id":2,"scores":{"SPAM":0.3},"language":"en"}
            """);
    assertThat(readable).isTrue();
  }

  @Test
  void names_the_words_if_asked() throws Exception {
    run(
        "{\"id\": 1, \"text\": \"späm\", \"language\": \"de\", \"post\": {\"title\": \"t\", \"body\": \"b\"}}",
        true);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
            {"id":1,"scores":{"SPAM":0.4},"language":"de","evidence":[{"label":"SPAM","begin":0,"end":4,"text":"späm","weight":1.5}]}
            """);
  }

  @Test
  void keeps_the_order_of_many_lines_on_many_threads() throws Exception {
    String lines = IntStream.range(0, 5_000)
        .mapToObj(i -> "{\"id\": %d, \"text\": \"%s\"}".formatted(i, "x".repeat(i % 50)))
        .collect(Collectors.joining("\n"));

    run(lines, false);

    var ids = out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceAll("^\\{\"id\":(\\d+),.*", "$1"));
    assertThat(ids)
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(Integer::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          oops                                           | not JSON: Unrecognized token 'oops'
          {"id": 1, "text": "a"} more                    | not JSON: Unrecognized token 'more'
          []                                             | \\"id\\" must be a text or a whole number
          {"text": "no id"}                              | \\"id\\" must be a text or a whole number
          {"id": 1}                                      | \\"text\\" must be a text
          {"id": 1, "text": null}                        | \\"text\\" must be a text
          {"id": 1, "text": "a", "format": "pdf"}        | \\"format\\" must be text, html or markdown
          {"id": 1, "text": "a", "language": 7}          | \\"language\\" must be a text
          """)
  void an_unreadable_line_is_named_and_the_others_go_on(String line, String error)
      throws Exception {
    boolean readable =
        run("{\"id\": 1, \"text\": \"ok\"}\n" + line + "\n{\"id\": 3, \"text\": \"ok\"}\n", false);

    var answers = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(1)).startsWith("{\"line\":2,\"error\":\"" + error);
    assertThat(readable).isFalse();
  }

  @Test
  void blank_lines_and_a_byte_order_mark_are_passed_over() throws Exception {
    boolean readable = run("\uFEFF{\"id\": 1, \"text\": \"ok\"}\r\n\r\n  \n", false);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":1,\"scores\":{\"SPAM\":0.2},\"language\":\"en\"}\n");
    assertThat(readable).isTrue();
  }

  @Test
  void a_line_of_no_utf_8_or_of_more_than_a_mebibyte_is_refused() throws Exception {
    byte[] broken = {'"', (byte) 0xC3, '"', '\n'};
    run(broken, false);
    run("x".repeat((1 << 20) + 1), false);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
            {"line":1,"error":"not UTF-8"}
            {"line":1,"error":"longer than 1 MiB"}
            """);
  }

  private boolean run(String lines, boolean evidence) throws IOException, InterruptedException {
    return run(lines.getBytes(StandardCharsets.UTF_8), evidence);
  }

  private boolean run(byte[] lines, boolean evidence) throws IOException, InterruptedException {
    var print = new PrintStream(out, false, StandardCharsets.UTF_8);
    return new ClassifyStream(new ClassifyLine(new ByLength(), evidence), print)
        .run(new JsonLines(new ByteArrayInputStream(lines)));
  }

  /** Scores a text by its length, so that answers can be told apart. */
  private static final class ByLength implements Classifier {
    @Override
    public Classification classify(String text, TextFormat format, LanguageHint hint) {
      var evidence = text.isEmpty()
          ? List.<Evidence>of()
          : List.of(new Evidence(Label.SPAM, 0, text.length(), text, 1.5));
      return new Classification(
          new Scores(Map.of(Label.SPAM, text.length() / (text.length() < 11 ? 10.0 : 100.0))),
          "en",
          true,
          "fake@1",
          evidence,
          List.of(),
          new TextShape(1, 1, 0, 0, false, 0, 0),
          WordHashes.of(text, format),
          FoldedWords.of(text, format));
    }

    @Override
    public Set<Label> labels() {
      return Set.of(Label.SPAM);
    }
  }
}
