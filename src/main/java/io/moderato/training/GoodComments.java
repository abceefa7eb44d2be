package io.moderato.training;

/**
 * What the default policy's thresholds do to the good comments of a set.
 *
 * @param texts how many there are
 * @param held or rejected, by any label
 * @param rejected by any label
 */
public record GoodComments(String set, int texts, int held, int rejected) {}
