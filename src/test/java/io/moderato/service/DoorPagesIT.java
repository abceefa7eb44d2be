package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the commands of the pages on Perspective, OpenAI and Coral into a shell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class DoorPagesIT {
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private final TestSite site;
  private final String root;

  @TempDir
  private Path folder;

  DoorPagesIT(RunningService service) {
    this.site = service.newSite();
    this.root = "http://127.0.0.1:" + service.port();
  }

  @BeforeAll
  static void need_a_shell() {
    assumeThat(Path.of("/bin/bash")).isExecutable();
    assumeThat(Path.of("/usr/bin/curl")).isExecutable();
  }

  @Test
  void the_commands_for_Perspective_work_when_pasted() throws Exception {
    assertThat(printed("perspective.md"))
        .containsSubsequence(
            "\"attributeScores\"",
            "\"TOXICITY\"",
            "\"rootUrl\" : \"" + root + "/\"",
            "\"clientToken\" : \"comment:c-9\"");
  }

  @Test
  void the_commands_for_OpenAI_work_when_pasted() throws Exception {
    assertThat(printed("openai.md"))
        .containsSubsequence(
            "\"flagged\":false",
            "\"flagged\":true",
            "\"covered\":[\"harassment\",\"harassment/threatening\",\"hate\"");
  }

  @Test
  void the_commands_for_Coral_work_when_pasted() throws Exception {
    assumeThat(Path.of("/usr/bin/openssl")).isExecutable();

    assertThat(printed("coral.md"))
        .containsSubsequence("\"coralSecrets\":1", "\"status\":", "COMMENT_DETECTED_TOXIC");
  }

  private String printed(String page) throws IOException, InterruptedException {
    var blocks = new ArrayList<String>();
    var matcher = SHELL_BLOCK.matcher(Files.readString(Path.of("docs/platforms", page)));
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    assertThat(blocks).as("commands in " + page).isNotEmpty();
    var script = String.join("\necho\n", blocks)
        .replace("http://127.0.0.1:8080", root)
        .replace("mod_the-key-of-your-site", String.valueOf(site.caller().key()))
        .replace("id-of-your-site", site.id());
    var file = Files.writeString(folder.resolve("pasted.sh"), script);
    var shell = new ProcessBuilder("/bin/bash", file.toString())
        .redirectErrorStream(true)
        .start();
    var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(printed).isZero();
    return printed;
  }
}
