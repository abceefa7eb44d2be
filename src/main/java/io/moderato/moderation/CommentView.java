package io.moderato.moderation;

/** The orders in which a post's comments are listed. */
public enum CommentView {
  /** By time, oldest first. */
  FLAT,
  /** Each comment before its replies, depth first. */
  THREADED;

  /** What a comment is sorted by in this view. */
  PagePosition positionOf(ModeratedComment comment) {
    var key = this == FLAT
        ? Long.toString(comment.comment().submittedAt().toEpochMilli())
        : comment.place().path();
    return new PagePosition(key, comment.comment().id());
  }
}
