package io.moderato.desk;

import io.moderato.moderation.CommentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, the latest first.
 *
 * @param more where the next page is; null at the end
 * @param csv where the same is as a table
 */
public record HistoryView(
    List<Line> lines,
    List<QueueView.Filter> filters,
    @Nullable String more,
    String csv) {
  /**
   * One entry.
   *
   * @param key of the comment; null where it is about none
   * @param about what else is known of it
   * @param undoable the entry's id where the viewer may take it back; null otherwise
   */
  public record Line(
      String at,
      String when,
      String who,
      String did,
      String site,
      @Nullable CommentKey key,
      String about,
      @Nullable String undoable) {}
}
