package io.moderato.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** A text of a data set. */
  public interface Row {
    String text();

    /** What a column says; 0 where it says nothing. */
    double number(String column);
  }

  /** Every text of a file, in its order. */
  public static List<Row> rows(String file) {
    var rows = new ArrayList<Row>();
    try {
      TsvFile.read(folder().resolve(file), BrokenRows.STOP, row -> rows.add(row(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Row row(TsvRow row) {
    var text = row.text("text");
    return new Row() {
      @Override
      public String text() {
        return text;
      }

      @Override
      public double number(String column) {
        return row.text(column).isEmpty() ? 0 : row.number(column);
      }
    };
  }
}
