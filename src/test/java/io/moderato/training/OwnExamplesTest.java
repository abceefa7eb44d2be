package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moderato.classify.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnExamplesTest {
  @TempDir
  private Path folder;

  @Test
  void reads_json_lines_in_which_a_label_left_out_is_unknown() throws IOException {
    var file = write("own.jsonl", """
        {"text": "buy now", "SPAM": 1, "TOXIC": false}

        {"text": "hello", "SPAM": null, "TOXIC": 0.25}
        """);

    var examples = OwnExamples.read(file, BrokenRows.STOP);

    assertThat(targets(examples))
        .containsExactly(Map.of(Label.SPAM, 1.0, Label.TOXIC, 0.0), Map.of(Label.TOXIC, 0.25));
  }

  @Test
  void reads_tab_separated_fields_in_which_an_empty_label_is_unknown() throws IOException {
    var file = write("own.tsv", "text\tSPAM\tother\nbuy now\t1\tx\nhello\t\ty\n");

    var examples = OwnExamples.read(file, BrokenRows.STOP);

    assertThat(targets(examples)).containsExactly(Map.of(Label.SPAM, 1.0), Map.of());
  }

  @Test
  void names_file_line_and_column_of_a_wrong_label() throws IOException {
    var file =
        write("own.jsonl", "{\"text\": \"a\", \"SPAM\": 1}\n{\"text\": \"b\", \"SPAM\": \"x\"}\n");

    assertThatExceptionOfType(BrokenRowException.class)
        .isThrownBy(() -> OwnExamples.read(file, BrokenRows.STOP))
        .withMessage(file + ", line 2, column \"SPAM\": expected a share in [0, 1], was \"x\"");
  }

  @Test
  void names_the_line_that_is_no_json() throws IOException {
    var file = write("own.jsonl", "oops\n");

    assertThatExceptionOfType(BrokenRowException.class)
        .isThrownBy(() -> OwnExamples.read(file, BrokenRows.STOP))
        .withMessage(file + ", line 1, column \"text\": it is not JSON");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<Map<Label, Double>> targets(List<Example> examples) {
    return examples.stream().map(Example::targets).toList();
  }
}
