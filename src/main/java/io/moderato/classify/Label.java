package io.moderato.classify;

/** What a comment may be. {@link #SPAM} apart, these are the policy labels. */
public enum Label {
  SPAM,
  TOXIC,
  SEVERE_TOXIC,
  INSULT,
  OBSCENE,
  THREAT,
  HATE,
  SEXUAL,
  SELF_HARM
}
