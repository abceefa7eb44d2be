package io.moderato.training;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the public data sets lie on this machine, if they do: {@code TRAINING_DATA_SETS}, else beside the repository.
 * Not MODERATO_…: the service refuses settings of that name that it does not know.
 */
public final class PublicData {
  private PublicData() {}

  public static Path folder() {
    return Optional.ofNullable(System.getProperty("training.data-sets"))
        .or(() -> Optional.ofNullable(System.getenv("TRAINING_DATA_SETS")))
        .map(Path::of)
        .orElse(Path.of("..", "shared", "data"));
  }
}
