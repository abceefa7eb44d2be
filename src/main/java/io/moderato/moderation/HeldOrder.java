package io.moderato.moderation;

import java.util.Comparator;

/** In which order held comments come; the key of the store decides between equals. */
public enum HeldOrder {
  /** The most urgent first. */
  PRIORITY,
  /** What has waited longest first. */
  AGE;

  /** Where a comment stands in this order. */
  public HeldPosition positionOf(ModeratedComment moderated) {
    var priority = Priority.of(moderated);
    var comment = moderated.comment();
    return new HeldPosition(
        this == PRIORITY ? priority.rank() : priority.since().toEpochMilli(),
        CommentDocument.key(comment.site(), comment.id()));
  }

  public Comparator<HeldPosition> comparator() {
    var ascending =
        Comparator.comparingDouble(HeldPosition::number).thenComparing(HeldPosition::key);
    return this == PRIORITY ? ascending.reversed() : ascending;
  }
}
