package io.moderato.policy;

import org.jspecify.annotations.Nullable;

/**
 * A signal that a condition reads, as it was.
 *
 * @param value a Long, Double, Boolean, String or List of String; null where it was missing
 */
public record ReadValue(String signal, @Nullable Object value) {}
