package io.moderato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.app.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ModeratoCommandTest {
  @TempDir
  Path folder;

  @Test
  void help_lists_the_commands_and_says_where_to_begin() {
    var run = run("--help");

    assertThat(run.status).isZero();
    assertThat(run.out)
        .contains("Without a command it serves.", "serve", "classify", "serve --help");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void help_of_serve_teaches_every_setting_and_its_default(Setting setting) {
    var words = run("serve", "--help").out.replaceAll("\\s+", " ");

    assertThat(words).contains(setting.flag() + "=VALUE " + setting.description());
    assertThat(words).contains("Default: " + setting.defaultValue());
  }

  @Test
  void help_of_serve_says_in_which_order_settings_count() {
    assertThat(run("serve", "--help").out)
        .contains("moderato.yaml", "MODERATO_HTTP_PORT=9090", "--http-port 9090");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_helps(String[] command) {
    var words = Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);

    var run = run(words);

    assertThat(run.status).isZero();
    assertThat(run.out).startsWith("Usage: moderato " + String.join(" ", command));
  }

  static Stream<Arguments> commands() {
    return commands(new CommandLine(new ModeratoCommand()), List.of());
  }

  private static Stream<Arguments> commands(CommandLine of, List<String> words) {
    return of.getSubcommands().entrySet().stream().flatMap(command -> {
      var longer = new ArrayList<>(words);
      longer.add(command.getKey());
      var itself = Arguments.of((Object) longer.toArray(String[]::new));
      return Stream.concat(Stream.of(itself), commands(command.getValue(), longer));
    });
  }

  @Test
  void version_is_told() {
    var run = run("--version");

    assertThat(run.status).isZero();
    assertThat(run.out).matches("moderato \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"srve", "Serve", "-", "help me"})
  void an_unknown_command_is_refused_by_name(String word) {
    var run = run(word);

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err).contains("'" + word + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=80", "--http-prot", "-x"})
  void an_unknown_flag_is_refused_by_name(String flag) {
    var run = run("serve", flag);

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err).contains("'" + flag + "'");
  }

  @Test
  void flags_without_a_command_are_those_of_serve() {
    assertThat(run("--http-port", "none").err)
        .isEqualTo(run("serve", "--http-port", "none").err)
        .contains("--http-port: must be a whole number from 0 to 65535, was 'none'");
  }

  @Test
  void every_mistake_in_the_settings_is_told_at_once() {
    var run = run("--http-port=none", "--log-format=xml", "--data-dir=");

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err.lines())
        .containsExactlyInAnyOrder(
            "These settings can't be used:",
            "  --http-port: must be a whole number from 0 to 65535, was 'none'",
            "  --log-format: must be text or json, was 'xml'",
            "  --data-dir: must not be empty");
  }

  @Test
  void a_file_that_is_named_must_exist() {
    var file = folder.resolve("absent.yaml");

    var run = run("--config", file.toString(), "--models-dir", folder.toString());

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err.lines())
        .containsExactly("These settings can't be used:", "  --config: there is no file " + file);
  }

  @Test
  void the_mistakes_of_a_named_file_are_told() throws Exception {
    var file = Files.writeString(folder.resolve("m.yaml"), "http.port: none");

    assertThat(run("serve", "--config", file.toString()).err)
        .contains("  http.port in %s: must be a whole number".formatted(file));
  }

  @Test
  void a_missing_model_is_said_in_a_sentence_without_a_stack_trace() {
    var run = run(
        "--models-dir", folder.toString(), "--data-dir", folder.resolve("data").toString());

    assertThat(run.status).isEqualTo(2);
    assertThat(run.err)
        .startsWith("Moderato can't start. Model file ")
        .contains("is missing. Start moderato in the folder that holds models/")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private static Run run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var stdout = System.out;
    var stderr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var status = ModeratoCommand.run(args);
      return new Run(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  private record Run(int status, String out, String err) {}
}
