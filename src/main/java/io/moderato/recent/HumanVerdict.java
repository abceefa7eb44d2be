package io.moderato.recent;

import java.time.Instant;

/**
 * What the person who decided last said of a comment.
 *
 * @param approved rather than rejected
 * @param corrects whether the policy had decided otherwise
 */
public record HumanVerdict(boolean approved, boolean corrects, Instant at) {}
