package io.moderato.desk;

/**
 * The erasing of an author, before and while it is done.
 *
 * @param comments how many there are to erase
 * @param more whether there are more than {@code comments}
 * @param begun whether it was confirmed, and the next ones are erased without being asked
 * @param complete whether nothing is left
 */
public record ErasureView(
    String site, String author, int comments, boolean more, boolean begun, boolean complete) {}
