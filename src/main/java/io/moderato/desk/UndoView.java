package io.moderato.desk;

import io.moderato.moderation.PendingEvent;

/**
 * What was just done, and can be taken back.
 *
 * @param sentence what was done
 * @param entry of the audit log, or the batch
 * @param seconds until platforms are told
 */
public record UndoView(String sentence, String entry, long seconds) {
  /** As long as decisions of names wait before they leave. */
  static final long GRACE_SECONDS = PendingEvent.GRACE.toSeconds();
}
