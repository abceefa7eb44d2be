package io.moderato.policy;

/**
 * Another value of one signal.
 *
 * @param phrase what people read after "if": {@code scores.SPAM were below 0.75}
 * @param size how far it is from what the value is, in [0, 1]; for comparing changes
 */
record Change(String signal, Object to, String phrase, double size) {}
