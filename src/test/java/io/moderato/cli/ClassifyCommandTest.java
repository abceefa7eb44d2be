package io.moderato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import io.moderato.classify.Models;
import io.moderato.model.ModelStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

@Isolated // it takes the standard streams
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifyCommandTest {
  @TempDir
  Path folder;

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void store_a_model_and_take_the_streams() throws IOException {
    Path file = Files.createDirectory(folder.resolve("base")).resolve("model.bin");
    HashedModelFile.write(Models.knowing(Label.SPAM, -2, Map.of("pills", 40.0)), "en", file);
    String card = """
        {"name": "base", "version": "base@1", "languages": ["en"], "labels": {"SPAM": {}}, "modelSha256": "%s"}
        """.formatted(ModelStore.sha256(Files.readAllBytes(file)));
    Files.writeString(folder.resolve("base/card.json"), card);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void give_the_streams_back() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void scores_a_file_with_the_words_that_speak_for_it() throws IOException {
    int status =
        classify("{\"id\": \"c-1\", \"text\": \"These pills are the best\"}\n", "--evidence");

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"id\":\"c-1\",\"scores\":{\"SPAM\":0.9")
        .contains(
            "\"language\":\"en\",\"evidence\":[{\"label\":\"SPAM\",\"begin\":6,\"end\":11,\"text\":\"pills\",");
  }

  @Test
  void an_unreadable_line_makes_the_status_1() throws IOException {
    assertThat(classify("oops\n")).isEqualTo(1);
  }

  @Test
  void a_missing_model_is_told_with_what_to_do() throws IOException {
    Files.delete(folder.resolve("base/model.bin"));

    assertThat(classify("")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("model.bin is missing. Start moderato in the folder");
  }

  @Test
  void a_missing_file_is_named() {
    int status = new CommandLine(new ClassifyCommand())
        .execute("--models", folder.toString(), "no-such-file");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("File no-such-file is missing.");
  }

  @Test
  void help_shows_what_goes_in_and_what_comes_out() {
    new CommandLine(new ClassifyCommand()).execute("--help");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("{\"id\": \"c-1\", \"text\": \"Great post!\"", "--evidence", "Exit status:");
  }

  private int classify(String lines, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("comments.jsonl"), lines);
    var given = Stream.of("--models", folder.toString(), file.toString());
    return new CommandLine(new ClassifyCommand())
        .execute(Stream.concat(Stream.of(options), given).toArray(String[]::new));
  }
}
