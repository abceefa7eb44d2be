package io.moderato.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.classify.HashedModelFile;
import io.moderato.classify.Label;
import io.moderato.classify.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelStoreTest {
  @TempDir
  Path models;

  private Path file;
  private Path card;

  @BeforeEach
  void store_a_model() throws IOException {
    file = Files.createDirectory(models.resolve("base")).resolve("model.bin");
    card = models.resolve("base/card.json");
    HashedModelFile.write(Models.random(1, Label.SPAM, Label.TOXIC), "en", file);
    Files.writeString(
        card, card("base", "base@2026.11", ModelStore.sha256(Files.readAllBytes(file))));
  }

  @Test
  void loads_a_model_with_its_card() {
    var stored = new ModelStore(models).load("base");

    assertThat(stored.model()).isEqualTo(Models.random(1, Label.SPAM, Label.TOXIC));
    assertThat(stored.card().version()).isEqualTo("base@2026.11");
    assertThat(stored.card().languages()).isEqualTo(Set.of("en"));
    assertThat(stored.card().labels().keySet()).isEqualTo(Set.of(Label.SPAM, Label.TOXIC));
  }

  @Test
  void a_missing_file_is_named_with_what_to_do() throws IOException {
    Files.delete(file);

    refuses(
        "Model file %s is missing. Start moderato in the folder that holds models/, or set MODERATO_MODELS_DIR to it."
            .formatted(file));
  }

  @Test
  void a_model_without_its_card_is_refused() throws IOException {
    Files.delete(card);

    refuses("Model card %s is missing.".formatted(card));
  }

  @Test
  void a_folder_in_place_of_the_file_is_refused() throws IOException {
    Files.delete(file);
    Files.createDirectory(file);

    refuses("Model file %s can't be read".formatted(file));
  }

  @Test
  void a_file_cut_short_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));

    refuses("Model file %s is damaged".formatted(file));
  }

  @Test
  void one_flipped_bit_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    refuses("Model file %s is damaged".formatted(file));
  }

  @Test
  void a_file_that_is_no_model_is_refused_although_its_hash_is_right() throws IOException {
    Files.writeString(file, "no model");
    Files.writeString(
        card, card("base", "base@2026.11", ModelStore.sha256(Files.readAllBytes(file))));

    refuses("Model file %s can't be used".formatted(file));
  }

  @Test
  void a_card_that_is_not_json_is_refused_with_the_place() throws IOException {
    Files.writeString(card, "{\"name\": \"base\",\n oops}");

    refuses("Model card %s is damaged: it is not JSON at line 2".formatted(card));
  }

  @Test
  void an_empty_card_is_refused() throws IOException {
    Files.writeString(card, "");

    refuses("Model card %s is damaged: it has no text \"name\"".formatted(card));
  }

  @Test
  void a_card_with_an_unknown_label_is_refused() throws IOException {
    Files.writeString(card, Files.readString(card).replace("TOXIC", "RUDE"));

    refuses("Model card %s is damaged".formatted(card));
  }

  @Test
  void the_card_of_other_labels_is_refused() throws IOException {
    Files.writeString(card, Files.readString(card).replace("TOXIC", "HATE"));

    refuses("Model file %s scores [SPAM, TOXIC]".formatted(file));
  }

  @Test
  void the_card_of_another_model_is_refused() throws IOException {
    Files.writeString(card, card("site", "site@3", ModelStore.sha256(Files.readAllBytes(file))));

    refuses("Model card %s is the card of another model, site.".formatted(card));
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> new ModelStore(models).load("base"))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageStartingWith(message)
        .hasMessageEndingWith(".");
  }

  private static String card(String name, String version, String sha256) {
    return """
        {"name": "%s", "version": "%s", "createdAt": "2026-11-22", "languages": ["en"],
         "labels": {"SPAM": {"auc": 0.99}, "TOXIC": {"auc": 0.9}}, "modelSha256": "%s"}
        """.formatted(name, version, sha256);
  }
}
