package io.moderato.signals;

/**
 * An entry of a word list that stands in the comment.
 *
 * @param list the list's name
 * @param entry as people wrote it into the list
 * @param begin offset in the text as sent, in UTF-16 code units, inclusive
 * @param end exclusive
 */
public record ListHit(String list, String entry, int begin, int end) {}
