package io.moderato.dropin.akismet;

import io.moderato.moderation.Submission;

/**
 * What a call says of a comment.
 *
 * @param magic what the contract has answered whatever the comment holds; such a call is never stored
 * @param recheck whether the comment is to be judged again if it is stored already
 */
record Check(Submission submission, Magic magic, boolean recheck) {
  /** Values by which owners try out their installation. */
  enum Magic {
    NONE,
    GUARANTEED_SPAM,
    ADMINISTRATOR
  }

  /** Whether the call leaves no trace. */
  boolean isTest() {
    return submission.test() || magic != Magic.NONE;
  }
}
