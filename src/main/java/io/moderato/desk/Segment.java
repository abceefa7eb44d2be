package io.moderato.desk;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a comment's text that looks the same from begin to end.
 *
 * @param kind how to show it
 * @param text as typed; of {@link Kind#HIDDEN} the code point's name in place of what can't be seen
 * @param label the label that it speaks for, of {@link Kind#EVIDENCE}; else null
 * @param about what to say of it: the list's name and entry, of {@link Kind#LISTED}; else null
 */
public record Segment(
    Kind kind,
    String text,
    @Nullable String label,
    @Nullable String about) {
  public enum Kind {
    PLAIN,
    EVIDENCE,
    LISTED,
    HIDDEN
  }

  static Segment plain(String text) {
    return new Segment(Kind.PLAIN, text, null, null);
  }
}
