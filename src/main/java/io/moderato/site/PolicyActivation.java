package io.moderato.site;

import java.time.Instant;

/**
 * When a policy began to decide.
 *
 * @param policy name and version: {@code blog@1}
 * @param by who asked for it: {@code operator}, or {@code key:} and the key's id
 */
public record PolicyActivation(String policy, Instant at, String by) {}
