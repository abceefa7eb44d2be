package io.moderato.classify;

/**
 * A link in a comment.
 *
 * @param target where it leads, as written: {@code href} of markup, or the bare address
 * @param text what a reader sees; equal to the target for a bare address
 */
public record Link(String target, String text) {}
