package io.moderato.classify;

import io.moderato.comment.TextFormat;
import java.util.Set;

/** Scores texts for labels. Thread-safe; blocks for as long as the text is long (linear), so never on an event loop. */
public interface Classifier {
  /**
   * Scores any text, also an empty or a broken one (lone surrogates, NUL, zalgo): it never throws for what the text holds.
   *
   * @param text as sent; offsets of the answer are its UTF-16 code units
   */
  Classification classify(String text, TextFormat format);

  /** The labels that every answer scores. */
  Set<Label> labels();
}
