package io.moderato.review;

/** What came of asking for an act on many. */
public sealed interface BulkOutcome {
  /** It goes on in the background. */
  record Started(BulkProgress progress) implements BulkOutcome {}

  /** Nothing is done. @param why a sentence that is safe to show */
  record Refused(String why) implements BulkOutcome {}
}
