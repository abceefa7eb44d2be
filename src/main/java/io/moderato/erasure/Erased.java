package io.moderato.erasure;

/**
 * How far the erasing of an author has come.
 *
 * @param comments that were erased just now
 * @param left that are still to be erased, counted up to {@link EraseAuthor#MOST_COUNTED}
 * @param complete whether nothing of the author is left; where not, the same is to be asked for again
 */
public record Erased(int comments, int left, boolean complete) {}
