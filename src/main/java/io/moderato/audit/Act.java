package io.moderato.audit;

import java.util.Locale;

/** What somebody did. */
public enum Act {
  APPROVE,
  REJECT,
  SPAM,
  ESCALATE,
  NOTE,
  WRONG_REASON,
  UNDO,
  /** A platform told what its people decided. */
  FEEDBACK,
  TRUST,
  BLOCK,
  /** What comes of a campaign is decided beforehand. */
  CAMPAIGN,
  CAMPAIGN_END,
  /** An act that was written down came to nothing; {@code facts.of} is the entry's id. */
  REFUSED,
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  PASSWORD_CHANGE,
  MODERATOR_CHANGE,
  POLICY_CHANGE,
  LIST_CHANGE,
  SITE_CHANGE,
  KEY_CHANGE,
  WEBHOOK_CHANGE,
  MODEL_CHANGE,
  /** All that is known of an author; whom, the entry does not say. */
  ERASE_AUTHOR,
  IMPORT,
  EXPORT;

  /** @throws IllegalArgumentException for a word that is no act */
  public static Act of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** As it is stored and shown: {@code sign-in-failed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
