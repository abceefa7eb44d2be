package io.moderato.review;

import io.moderato.moderation.CommentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking an act, or all acts of a batch, back.
 *
 * @param restored how many comments, or authors, stand again as before
 */
public record Undone(int restored, List<NotRestored> notRestored) {
  /**
   * Something stands as it stood.
   *
   * @param comment null where the act was on an author
   * @param why a sentence that is safe to show
   */
  public record NotRestored(@Nullable CommentKey comment, String why) {}

  public Undone {
    notRestored = List.copyOf(notRestored);
  }
}
