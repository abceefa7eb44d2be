package io.moderato.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue as it is filtered.
 *
 * @param waiting how many there are, in words
 * @param more where the next page of rows is; null at the end
 * @param filters by the name of the parameter
 * @param query the filters as an address has them, without the leading question mark
 */
public record QueueView(
    List<RowView> rows,
    String waiting,
    @Nullable String more,
    List<Filter> filters,
    String order,
    String search,
    String query) {

  /**
   * @param name of the parameter
   * @param value chosen; empty for all
   * @param choices to choose from; empty for free text
   */
  public record Filter(String name, String value, List<Choice> choices) {}

  public record Choice(String value, String text) {}
}
