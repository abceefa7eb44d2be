package io.moderato.signals;

import org.jspecify.annotations.Nullable;

/**
 * A link of a text, wherever it was written.
 *
 * @param host where it leads; null where it leads to no host, as within a page
 * @param text what a reader sees; equal to the target for an address that is written out
 * @param begin offset in the text as sent, in UTF-16 code units, inclusive
 * @param end exclusive
 */
public record FoundLink(String target, @Nullable Host host, String text, int begin, int end) {}
