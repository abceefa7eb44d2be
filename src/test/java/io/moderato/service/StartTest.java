package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.app.Application;
import io.moderato.app.Settings;
import io.moderato.app.Settings.SignInSettings;
import io.moderato.model.UnusableModelException;
import io.moderato.webhook.AllowedNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartTest {
  @TempDir
  private Path folder;

  @Test
  void a_missing_model_stops_the_start_with_a_sentence_that_says_what_to_do() {
    var settings = settings(folder.resolve("nowhere"), 0);

    assertThatThrownBy(() -> Application.start(settings))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("is missing")
        .hasMessageContaining("MODERATO_MODELS_DIR");
  }

  @Test
  void a_damaged_model_stops_the_start_with_a_sentence_that_says_what_to_do() throws IOException {
    var models = Files.createDirectories(folder.resolve("models/base"));
    for (var file : new String[] {"model.bin", "card.json"}) {
      Files.copy(Path.of("models/base").resolve(file), models.resolve(file));
    }
    var bytes = Files.readAllBytes(models.resolve("model.bin"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(models.resolve("model.bin"), bytes);

    assertThatThrownBy(() -> Application.start(settings(folder.resolve("models"), 0)))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("is damaged")
        .hasMessageContaining("moderato train");
  }

  @Test
  void a_start_that_failed_leaves_the_data_folder_free_for_the_next() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = settings(Path.of("models"), taken.getLocalPort());
      assertThatThrownBy(() -> Application.start(settings))
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }

    try (var service = Application.start(settings(Path.of("models"), 0))) {
      service.prepared().await();
      assertThat(service.port()).isPositive();
    }
  }

  @Test
  void the_operator_s_key_is_made_and_shown_on_the_very_first_start_alone() {
    var settings = new Settings(
        new Settings.HttpSettings("127.0.0.1", 0, 1 << 20, 100),
        folder.resolve("data"),
        Path.of("models"),
        null,
        null,
        1,
        AllowedNetworks.NONE,
        Settings.SignalSettings.DEFAULT,
        SignInSettings.DEFAULT,
        "text");

    try (var first = Application.start(settings)) {
      assertThat(first.prepared().await()).isPresent();
    }

    try (var second = Application.start(settings)) {
      assertThat(second.prepared().await()).isEmpty();
    }
  }

  private Settings settings(Path models, int port) {
    return new Settings(
        new Settings.HttpSettings("127.0.0.1", port, 1 << 20, 100),
        folder.resolve("data"),
        models,
        null,
        RunningService.OPERATOR_KEY,
        1,
        AllowedNetworks.NONE,
        Settings.SignalSettings.DEFAULT,
        SignInSettings.DEFAULT,
        "text");
  }
}
