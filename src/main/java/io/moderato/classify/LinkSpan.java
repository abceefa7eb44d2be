package io.moderato.classify;

/**
 * A link and where a reader sees it.
 *
 * @param begin offset in the read text, inclusive
 * @param end offset in the read text, exclusive; equal to {@code begin} for a link without text
 * @param bare whether the address itself is what a reader sees
 */
record LinkSpan(Link link, int begin, int end, boolean bare) {}
