package io.moderato.moderation;

/**
 * A place in the queue, for the next page to begin behind.
 *
 * @param number the priority's rank, or milliseconds since 1970, as the order has it
 * @param key of the comment in the store
 */
public record HeldPosition(double number, String key) {}
