package io.moderato.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TsvFileTest {
  @TempDir
  private Path folder;

  @Test
  void undoes_the_four_escapes_from_left_to_right() throws IOException {
    var file = write("id\ttext\n1\ta\\tb\\nc\\rd\\\\n\n");

    var texts = texts(file, BrokenRows.STOP);

    assertThat(texts).containsExactly("a\tb\nc\rd\\n");
  }

  @Test
  void keeps_a_bare_carriage_return_and_other_line_separators_in_the_text() throws IOException {
    var file = write("id\ttext\n1\ta\rb\u2028c\r\n");

    var texts = texts(file, BrokenRows.STOP);

    assertThat(texts).containsExactly("a\rb\u2028c\r");
  }

  @Test
  void reads_compressed_files() throws IOException {
    Path file = folder.resolve("set.tsv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id\ttext\n1\tgrüße\n".getBytes(UTF_8));
    }

    assertThat(texts(file, BrokenRows.STOP)).containsExactly("grüße");
  }

  @Test
  void names_file_line_and_column_of_an_unknown_escape() throws IOException {
    var file = write("id\ttext\n1\tgood\n2\tbad \\x\n");

    assertThatExceptionOfType(BrokenRowException.class)
        .isThrownBy(() -> texts(file, BrokenRows.STOP))
        .withMessage(file
            + ", line 3, column \"text\": a backslash at character 5 is no \\\\, \\t, \\n or \\r");
  }

  @Test
  void names_file_line_and_column_of_a_missing_field() throws IOException {
    var file = write("id\ttext\tspam\n1\tno label\n");

    assertThatExceptionOfType(BrokenRowException.class)
        .isThrownBy(() -> texts(file, BrokenRows.STOP))
        .withMessage(file + ", line 2, column \"text\": expected 3 fields, were 2");
  }

  @Test
  void goes_on_after_a_broken_row_if_asked() throws IOException {
    var file = write("id\ttext\n1\tbad \\\n2\tgood\n");
    List<String> told = new ArrayList<>();

    var texts = texts(file, BrokenRows.skip(told::add));

    assertThat(texts).containsExactly("good");
    assertThat(told).singleElement().asString().contains("skipped", "line 2");
  }

  @Test
  void an_empty_number_is_unknown_and_a_wrong_one_is_broken() throws IOException {
    var file = write("id\ttext\tspam\n1\ta\t\n2\tb\tmaybe\n");
    List<Double> numbers = new ArrayList<>();
    List<String> told = new ArrayList<>();

    TsvFile.read(file, BrokenRows.skip(told::add), row -> numbers.add(row.number("spam")));

    assertThat(numbers).containsExactly(Double.NaN);
    assertThat(told)
        .containsExactly(
            "skipped: " + file + ", line 3, column \"spam\": expected a number, was \"maybe\"");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("set.tsv"), content);
  }

  private static List<String> texts(Path file, BrokenRows broken) throws IOException {
    List<String> texts = new ArrayList<>();
    TsvFile.read(file, broken, row -> texts.add(row.text("text")));
    return texts;
  }
}
