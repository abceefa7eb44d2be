package io.moderato.moderation;

import io.moderato.comment.Post;
import org.jspecify.annotations.Nullable;

/**
 * What a use case knows already around the comment that it wants judged.
 *
 * @param post as told along with the comment; null where nothing was told
 * @param parent the comment that it answers; null where there is none, or it is not known
 * @param before the comment as it stands before this edit; null for a new one
 * @param counts whether others will see it as one that came: not an edit, nor a test
 */
record Surroundings(
    @Nullable Post post,
    @Nullable ModeratedComment parent,
    @Nullable ModeratedComment before,
    boolean counts) {
  static Surroundings of(Submission submission, @Nullable ModeratedComment parent) {
    return new Surroundings(submission.post(), parent, null, !submission.test());
  }

  static Surroundings ofEdit(ModeratedComment before) {
    return new Surroundings(null, null, before, false);
  }
}
