package io.moderato.dropin.akismet;

import io.moderato.comment.CommentId;
import io.moderato.moderation.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of a comment.
 *
 * @param magic what the contract has answered whatever the comment holds; such a call is never stored
 * @param recheck whether the comment is to be judged again if it is stored already
 * @param imported the id that it has if it came with the blog's past; null where it can't have
 */
record Check(
    Submission submission,
    Magic magic,
    boolean recheck,
    @Nullable CommentId imported) {
  /** Values by which owners try out their installation. */
  enum Magic {
    NONE,
    GUARANTEED_SPAM,
    ADMINISTRATOR
  }

  /** The call, being about that stored comment. */
  Check of(CommentId id) {
    var about = new Submission(
        submission.comment().withId(id), submission.post(), submission.test(), submission.origin());
    return new Check(about, magic, recheck, null);
  }

  /** Whether the call leaves no trace. */
  boolean isTest() {
    return submission.test() || magic != Magic.NONE;
  }
}
