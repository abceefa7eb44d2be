package io.moderato.moderation;

import java.time.Instant;
import org.bson.types.ObjectId;

/**
 * Something that others are still to be told of; it is written with the comment it is about.
 *
 * @param id sorts by time
 * @param type such as {@code comment.approved}
 */
public record PendingEvent(String id, String type, Instant at) {
  static PendingEvent of(Status status, Instant at) {
    return new PendingEvent(new ObjectId().toHexString(), "comment." + status.word(), at);
  }
}
