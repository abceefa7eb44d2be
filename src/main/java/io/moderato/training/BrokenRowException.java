package io.moderato.training;

import java.nio.file.Path;

/** A row of a training file that can't be read. The message names file, line and column. */
public final class BrokenRowException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenRowException(Path file, long line, String column, String problem) {
    super("%s, line %d, column \"%s\": %s".formatted(file, line, column, problem));
  }
}
