package io.moderato.review;

import io.moderato.moderation.CommentKey;
import java.util.List;

/**
 * What came of taking an act, or all acts of a batch, back.
 *
 * @param restored how many comments stand again as before
 */
public record Undone(int restored, List<NotRestored> notRestored) {
  /** @param why a sentence that is safe to show */
  public record NotRestored(CommentKey comment, String why) {}

  public Undone {
    notRestored = List.copyOf(notRestored);
  }
}
