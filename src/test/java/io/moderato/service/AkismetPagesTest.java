package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the commands of the pages on Akismet's clients, WordPress and static sites into a shell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class AkismetPagesTest {
  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  private final RunningService service;

  @TempDir
  private Path folder;

  AkismetPagesTest(RunningService service) {
    this.service = service;
  }

  @Test
  void the_commands_for_Akismet_s_clients_work_when_pasted() throws IOException {
    assertThat(printed("akismet-clients.md").lines().filter(line -> !line.isBlank()))
        .containsExactly("valid", "false");
  }

  @Test
  void the_commands_for_WordPress_work_when_pasted() throws IOException {
    printed("wordpress.md");

    assertThat(folder.resolve("wp-content/mu-plugins/moderato.php"))
        .hasSameTextualContentAs(Path.of("integrations/wordpress/moderato.php"));
  }

  @Test
  void the_commands_for_static_sites_work_when_pasted() throws IOException {
    assertThat(printed("static-sites.md"))
        .containsSubsequence(
            "\"verdict\":\"APPROVE\"", "\"comments\":[{\"id\":\"c-1\"", "\"status\":\"rejected\"");
  }

  @Test
  void the_commands_for_code_of_one_s_own_work_when_pasted() throws IOException {
    assertThat(printed("own-code.md"))
        .containsSubsequence(
            "\"TOXIC\":",
            "\"id\":\"c-1\"",
            "\"verdict\":\"APPROVE\"",
            "\"id\":\"c-2\"",
            "\"version\":2",
            "\"id\":\"c-1\"");
  }

  @Test
  void the_commands_for_Discourse_work_when_pasted() throws IOException {
    Commands.assumeInstalled("node");

    assertThat(printed("discourse.md").lines().filter(line -> !line.isBlank()))
        .containsExactly("true false", "APPROVE");
  }

  private String printed(String page) throws IOException {
    Commands.assumeInstalled("bash", "curl", "sed");
    var blocks = new ArrayList<String>();
    var matcher = SHELL_BLOCK.matcher(Files.readString(Path.of("docs/platforms", page)));
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    var script = String.join("\necho\n", blocks)
        .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service.port())
        .replace("mod_the-key-that-was-printed", RunningService.OPERATOR_KEY);
    var file = Files.writeString(folder.resolve("pasted.sh"), script);
    return Commands.run(
        Path.of("").toAbsolutePath(),
        Map.of("WORDPRESS", folder.toString()),
        "bash",
        file.toString());
  }
}
