package io.moderato.dashboard;

import io.moderato.desk.QueueView.Filter;
import java.util.List;

/**
 * The figures in words.
 *
 * @param filters the period and the site
 * @param cut said where there was more than is counted; empty otherwise
 */
public record DashboardView(
    List<Tile> tiles, List<Table> tables, List<Filter> filters, String cut) {
  /** One figure. */
  public record Tile(String value, String name, String about) {}

  /**
   * Rows of figures, drawn above.
   *
   * @param plot how to draw it: {@code time}, where the first column is a timestamp in seconds, {@code bars}, {@code shares} for bars of a hundred, or {@code none}
   * @param columns what the columns are called, the first one names the row
   */
  public record Table(String title, String plot, List<String> columns, List<Row> rows) {}

  /**
   * @param name of the row
   * @param at seconds since 1970 of the row, or its number
   */
  public record Row(String name, long at, List<String> values) {}
}
