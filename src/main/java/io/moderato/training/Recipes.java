package io.moderato.training;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The recipes of the shipped models, {@code training/recipes/<model>.yaml}. */
public final class Recipes {
  private static final List<String> NAMES = List.of("base", "ar", "de", "fr", "ko", "pt", "zh");

  private Recipes() {}

  /** The names of the shipped models. */
  public static List<String> names() {
    return NAMES;
  }

  /** The recipe of a shipped model. */
  static Recipe of(String name) {
    var resource = "/training/recipes/%s.yaml".formatted(name);
    try (var in = Recipes.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readValue(in, Recipe.class);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }
}
