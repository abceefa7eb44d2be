package io.moderato.signals;

/**
 * What the comment is written in.
 *
 * @param code BCP 47, {@code und} where it could not be told
 * @param supported whether the models were measured on it
 * @param expected whether the site's readers write in it, as far as the site says; {@code und} always is
 */
public record Language(String code, boolean supported, boolean expected) {}
