package io.moderato.moderation;

import java.time.Duration;
import java.time.Instant;
import org.bson.types.ObjectId;

/**
 * Something that others are still to be told of; it is written with the comment it is about.
 *
 * @param id sorts by time
 * @param status where the comment stood from then on
 * @param version of the comment, from then on
 * @param due not to leave before
 */
public record PendingEvent(String id, Status status, int version, Instant at, Instant due) {
  /** What people decide waits so long before it leaves, so that undoing it at once tells nobody anything. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  static PendingEvent of(Status status, int version, Instant at, Duration grace) {
    return new PendingEvent(new ObjectId().toHexString(), status, version, at, at.plus(grace));
  }

  /** Such as {@code comment.approved}. */
  public String type() {
    return typeOf(status);
  }

  public static String typeOf(Status status) {
    return "comment." + status.word();
  }

  PendingEvent notBefore(Instant earliest) {
    return due.isBefore(earliest) ? new PendingEvent(id, status, version, at, earliest) : this;
  }
}
