package io.moderato.model;

import io.moderato.classify.HashedLinearModel;
import io.moderato.classify.HashedModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder of models: {@code <name>/model.bin} beside {@code <name>/card.json}. A model is loaded only if it is whole and is
 * the one its card describes.
 */
public final class ModelStore {
  private static final String REMEDY =
      " Restore both from the release, or rebuild them with \"moderato train\".";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Path folder;

  public ModelStore(Path folder) {
    this.folder = folder;
  }

  /**
   * Loads a model.
   *
   * @throws UnusableModelException if the model or its card is missing, damaged, or made for another version
   */
  public StoredModel load(String name) {
    Path file = folder.resolve(name).resolve("model.bin");
    Path cardFile = folder.resolve(name).resolve("card.json");
    byte[] bytes = read(file, "Model file");
    var card = card(cardFile, name);
    if (!sha256(bytes).equals(card.modelSha256())) {
      throw new UnusableModelException(
          "Model file %s is damaged or not the one that %s describes: its SHA-256 differs."
                  .formatted(file, cardFile)
              + REMEDY);
    }
    var model = model(file);
    if (!Set.copyOf(model.labels()).equals(card.labels().keySet())) {
      throw new UnusableModelException("Model file %s scores %s, but %s describes %s."
              .formatted(file, model.labels(), cardFile, card.labels().keySet())
          + REMEDY);
    }
    return new StoredModel(card, model);
  }

  /**
   * Loads the models that serve: "base", and each language's own, whose folder is named by the language's code. Others that lie
   * there can be tried beside them.
   *
   * @throws UnusableModelException if one is missing or damaged
   */
  public ServingModels serving() {
    try (var names = Files.list(folder)) {
      var languages = names
          .map(each -> each.getFileName().toString())
          .filter(name -> LANGUAGE.matcher(name).matches())
          .sorted()
          .map(this::load)
          .toList();
      return new ServingModels(load("base"), languages);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new ServingModels(load("base"), List.of()); // which says what is missing
    } catch (IOException e) {
      throw new UnusableModelException(
          "Folder %s can't be read: %s. Check that moderato may read it."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static ModelCard card(Path file, String name) {
    try {
      var card = ModelCard.parse(new String(read(file, "Model card"), StandardCharsets.UTF_8));
      if (card.name().equals(name)) {
        return card;
      }
      throw new UnusableModelException(
          "Model card %s is the card of another model, %s.".formatted(file, card.name()) + REMEDY);
    } catch (IllegalArgumentException e) {
      throw new UnusableModelException(
          "Model card %s is damaged: %s.".formatted(file, e.getMessage()) + REMEDY, e);
    }
  }

  private static HashedLinearModel model(Path file) {
    try {
      return HashedModelFile.read(file);
    } catch (IOException | RuntimeException e) { // OpenNLP throws both for a file that is no model
      throw new UnusableModelException(
          "Model file %s can't be used: %s.".formatted(file, e.getMessage()) + REMEDY, e);
    }
  }

  private static byte[] read(Path file, String what) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnusableModelException(
          "%s %s is missing. Start moderato in the folder that holds models/, or set MODERATO_MODELS_DIR to it."
              .formatted(what, file),
          e);
    } catch (IOException e) {
      throw new UnusableModelException(
          "%s %s can't be read: %s. Check that it is a file that moderato may read."
              .formatted(what, file, e.getMessage()),
          e);
    }
  }

  /** A file's SHA-256 as a card states it. */
  public static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
