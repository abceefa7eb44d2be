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
  default Classification classify(String text, TextFormat format) {
    return classify(text, format, LanguageHint.NONE);
  }

  /** The same, with what is known of the text's language. */
  Classification classify(String text, TextFormat format, LanguageHint hint);

  /** The labels that are scored in some language; an answer lacks those that its language's model does not offer. */
  Set<Label> labels();
}
