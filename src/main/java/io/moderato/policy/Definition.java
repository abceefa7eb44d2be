package io.moderato.policy;

/**
 * A name for a part of conditions: a threshold, or what a site means by "trusted".
 *
 * @param expression CEL; may use the definitions before it
 */
public record Definition(String name, String expression) {}
