package io.moderato.moderation;

/** What became of a submission or an edit. */
public sealed interface Moderated {
  /** It was new, and is stored now. */
  record Stored(ModeratedComment comment) implements Moderated {}

  /** Nothing was stored: it is a repeat, and this is what stands; or it was a test. */
  record Unchanged(ModeratedComment comment) implements Moderated {}

  /** It contradicts what is stored. */
  record Conflict(String why) implements Moderated {}

  /** A field of it names what can't be. */
  record Invalid(String pointer, String why) implements Moderated {}

  /** There is no such comment. */
  record Absent() implements Moderated {}
}
