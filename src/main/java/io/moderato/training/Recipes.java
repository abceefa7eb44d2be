package io.moderato.training;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The recipe of the shipped models, {@code training/recipe.yaml}. */
final class Recipes {
  private Recipes() {}

  static Recipe base() {
    try (var in = Recipes.class.getResourceAsStream("/training/recipe.yaml")) {
      return new YAMLMapper().readValue(in, Recipe.class);
    } catch (IOException e) {
      throw new UncheckedIOException("recipe.yaml can't be read", e);
    }
  }
}
