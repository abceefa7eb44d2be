package io.moderato.classify;

/** What a comment may be. {@link #SPAM} and {@link #SITE} apart, these are the policy labels. */
public enum Label {
  SPAM,
  TOXIC,
  SEVERE_TOXIC,
  INSULT,
  OBSCENE,
  THREAT,
  HATE,
  SEXUAL,
  SELF_HARM,
  /** Likely to be rejected here: what a site's own people would do, learnt from what they did. */
  SITE
}
