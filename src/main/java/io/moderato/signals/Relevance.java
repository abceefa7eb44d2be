package io.moderato.signals;

import org.jspecify.annotations.Nullable;

/**
 * How much the comment speaks of what it stands under: the share of its distinct content words that stand there too, in [0, 1].
 *
 * @param post null where the post's text is not known or the comment has too few words to tell
 * @param parent the same for the comment it answers
 */
public record Relevance(@Nullable Double post, @Nullable Double parent) {
  public static final Relevance UNKNOWN = new Relevance(null, null);
}
