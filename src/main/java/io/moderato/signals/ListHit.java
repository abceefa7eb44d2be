package io.moderato.signals;

/**
 * An entry of a word list that stands in the comment.
 *
 * @param list the list's name
 * @param entry as people wrote it into the list
 * @param field where it stands: {@code text}, or of the author {@code name}, {@code email}, {@code url}, {@code ip}, {@code userAgent}
 * @param begin offset in the field as sent, in UTF-16 code units, inclusive
 * @param end exclusive
 */
public record ListHit(String list, String entry, String field, int begin, int end) {}
