package io.moderato.policy;

/** What becomes of a comment, from the mildest to the most severe. */
public enum Verdict {
  APPROVE,
  HOLD,
  REJECT
}
