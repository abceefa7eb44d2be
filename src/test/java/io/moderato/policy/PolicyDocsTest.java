package io.moderato.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.signals.SignalCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyDocsTest {
  private final String page = read();

  @Test
  void the_table_of_signals_is_the_catalogue() {
    var rows = SignalCatalogue.all().stream()
        .map(signal -> "| `%s` | %s | %s |"
            .formatted(
                signal.name(), signal.type().name().toLowerCase(Locale.ROOT), signal.meaning()))
        .toList();

    assertThat(page.lines().filter(line -> line.matches("\\| `[a-z]+\\..*")).toList())
        .isEqualTo(rows);
  }

  @Test
  void each_preset_has_its_reasons() {
    Presets.names().forEach(name -> assertThat(page).contains("\n### `" + name + "`\n"));
  }

  @Test
  void the_example_is_a_policy() {
    var example = page.substring(
        page.indexOf("```yaml\n") + 8, page.indexOf("```", page.indexOf("```yaml") + 8));

    assertThat(PolicyReader.read(example, 1).warnings()).isEmpty();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs", "policies.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
