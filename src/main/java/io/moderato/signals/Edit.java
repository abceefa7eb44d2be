package io.moderato.signals;

/**
 * What an edit changed; of a comment that was not edited, everything is no and 0.
 *
 * @param afterApproval whether readers had seen another text before
 * @param afterRejection whether a person decided last, on whichever earlier text, that it be rejected
 * @param addedLinks links more than in the text before, at least 0
 * @param changedShare share of the words that are new, in [0, 1]
 */
public record Edit(
    boolean edited,
    boolean afterApproval,
    boolean afterRejection,
    int addedLinks,
    double changedShare) {
  public static final Edit NONE = new Edit(false, false, false, 0, 0);
}
