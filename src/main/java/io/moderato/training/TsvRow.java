package io.moderato.training;

import java.nio.file.Path;
import java.util.List;

/** One row of a {@link TsvFile}: its fields by column name, with escapes undone. */
public final class TsvRow {
  private final Path file;
  private final long line;
  private final List<String> columns;
  private final String[] fields;

  TsvRow(Path file, long line, List<String> columns, String[] fields) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.fields = fields;
  }

  /** Whether there is such a column. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /**
   * The field of a column.
   *
   * @throws BrokenRowException if there is no such column
   */
  public String text(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw broken(column, "there is no such column; there are " + columns);
    }
    return fields[index];
  }

  /**
   * The number in a column, or NaN where the field is empty: unknown.
   *
   * @throws BrokenRowException if it is no number, or there is no such column
   */
  public double number(String column) {
    String field = text(column);
    if (field.isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw broken(column, "expected a number, was \"%s\"".formatted(shortened(field)));
    }
  }

  /** The row's fault, to be thrown. */
  BrokenRowException broken(String column, String problem) {
    return new BrokenRowException(file, line, column, problem);
  }

  static String shortened(String field) {
    return field.length() <= 20 ? field : field.substring(0, 20) + "…";
  }
}
