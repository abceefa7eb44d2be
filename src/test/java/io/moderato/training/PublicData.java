package io.moderato.training;

import java.nio.file.Path;
import java.util.Optional;

/** Where the public data sets lie on this machine, if they do: {@code MODERATO_DATA_SETS}, else beside the repository. */
final class PublicData {
  private PublicData() {}

  static Path folder() {
    return Optional.ofNullable(System.getProperty("moderato.data-sets"))
        .or(() -> Optional.ofNullable(System.getenv("MODERATO_DATA_SETS")))
        .map(Path::of)
        .orElse(Path.of("..", "shared", "data"));
  }
}
