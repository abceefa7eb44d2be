package io.moderato.review;

import io.moderato.moderation.CommentKey;
import java.util.List;

/**
 * How far an act on many has come.
 *
 * @param total how many comments were selected
 * @param done how many it was done to
 * @param failed to how many it was not
 * @param failures the first of those
 * @param finished whether nothing more will happen; of an act that a stop of the service cut short, true with fewer done and failed than
 *     selected
 */
public record BulkProgress(
    String batch, int total, int done, int failed, List<Failure> failures, boolean finished) {
  /** @param why a sentence that is safe to show */
  public record Failure(CommentKey comment, String why) {}

  public BulkProgress {
    failures = List.copyOf(failures);
  }
}
