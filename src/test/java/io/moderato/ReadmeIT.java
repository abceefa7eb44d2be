package io.moderato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the README's commands into a shell, against the built jar on a port of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeIT {
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Path JAR =
      Path.of(System.getProperty("moderato.jar", "target/moderato.jar")).toAbsolutePath();

  @TempDir
  private Path folder;

  @Test
  void its_calls_work_when_pasted() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "needs curl");
    var blocks = shellBlocks();

    var service = new ProcessBuilder(
            "java",
            "-jar",
            JAR.toString(),
            "--http-port",
            "0",
            "--data-dir",
            folder.resolve("data").toString(),
            "--models-dir",
            Path.of("models").toAbsolutePath().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      var output = new BufferedReader(
          new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
      var address = firstMatch(output, "http://[0-9.]+:[0-9]+");
      var adminKey = firstMatch(output, "mod_[A-Za-z0-9_-]+");

      var script = String.join("\n", blocks)
          .replace("http://127.0.0.1:8080", address)
          .replace("target/moderato.jar", JAR.toString())
          .replace("mod_the-key-that-was-printed", adminKey);
      var answers = pasted(script, address);

      assertThat(answers.get(0)).startsWith("mod_").isNotEqualTo(adminKey);
      var submitted = new JsonObject(answers.get(1));
      assertThat(submitted.getString("verdict")).isEqualTo("APPROVE");
      var shown = new JsonObject(answers.get(2)).getJsonArray("comments");
      assertThat(shown).hasSize(1);
      assertThat(shown.getJsonObject(0).getString("id")).isEqualTo("c-1");
      assertThat(answers.get(3)).contains("me", "admin");
    } finally {
      service.destroy();
      assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void its_first_command_fills_a_site_says_how_to_sign_in_and_leaves_nothing() throws Exception {
    var temporary = Files.createDirectory(folder.resolve("temporary"));
    var command = new ArrayList<>(List.of("java", "-Djava.io.tmpdir=" + temporary, "-jar"));
    command.add(JAR.toString());
    command.addAll(List.of("serve", "--demo", "--http-port", "0"));
    assertThat(Files.readString(Path.of("README.md")))
        .contains("java -jar target/moderato.jar serve --demo\n");
    var demonstration = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      var output = new BufferedReader(
          new InputStreamReader(demonstration.getInputStream(), StandardCharsets.UTF_8));
      var address = firstMatch(output, "http://[0-9.]+:[0-9]+");
      assertThat(firstMatch(output, "mara +with [a-z0-9]{20}")).isNotEmpty();
      assertThat(firstMatch(output, "jonas +with [a-z0-9]{20}")).isNotEmpty();
      try (var page = URI.create(address + "/review").toURL().openStream()) {
        assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("password");
      }
    } finally {
      demonstration.destroy();
      assertThat(demonstration.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    try (var left = Files.list(temporary)) {
      assertThat(left.filter(each -> each.getFileName().toString().startsWith("moderato")))
          .isEmpty();
    }
  }

  /** Those of the section "Try it". */
  private static List<String> shellBlocks() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var section = readme.substring(readme.indexOf("## Try it"), readme.indexOf("## What it finds"));
    var blocks = new ArrayList<String>();
    var matcher = SHELL_BLOCK.matcher(section);
    while (matcher.find()) {
      blocks.add(matcher.group(1) + "\necho");
    }
    assertThat(blocks).as("the key, three calls, an account").hasSize(5);
    return blocks;
  }

  private static String firstMatch(BufferedReader output, String regex) throws IOException {
    var pattern = Pattern.compile(regex);
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new AssertionError("the service ended without printing " + regex);
  }

  /** The lines that the script prints, blank ones left out. */
  private List<String> pasted(String script, String address)
      throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("pasted.sh"), script);
    var pasting = new ProcessBuilder("/bin/bash", file.toString()).redirectErrorStream(true);
    pasting.environment().put("MODERATO_URL", address);
    var shell = pasting.start();
    var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(printed).isZero();
    return printed.lines().filter(line -> !line.isBlank()).toList();
  }
}
