package io.moderato.classify;

/**
 * A link and where a reader sees it.
 *
 * @param begin offset in the seen text, inclusive
 * @param end offset in the seen text, exclusive; equal to {@code begin} for a marked link without text
 */
public record LinkSpan(Link link, int begin, int end, Kind kind) {
  /** What a reader sees of it. */
  public enum Kind {
    /** The address itself. */
    BARE,
    /** An e-mail address; it leads nowhere, and no link of a {@link Classification} comes from it. */
    EMAIL,
    /** Markup with a text of its own. */
    MARKED
  }
}
