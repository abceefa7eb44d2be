package io.moderato.signals;

import org.jspecify.annotations.Nullable;

/**
 * How often the same was sent to the site lately.
 *
 * @param exact earlier comments with the same words and links
 * @param near earlier comments with nearly the same words, the exact ones among them
 * @param authors distinct authors of those
 * @param posts distinct posts of those
 * @param campaign the id of the first comment of the group of near repeats, by which the group is known; null without any, and for texts
 *     that are too short to be alike rather than equal
 */
public record Repeats(
    int exact, int near, int authors, int posts, @Nullable String campaign) {
  public static final Repeats NONE = new Repeats(0, 0, 0, 0, null);
}
