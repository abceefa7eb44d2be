/**
 * What a site wants: rules over the signals of a comment, and the decision they lead to. Pure: no clock, no store, no network. Main
 * types: {@link io.moderato.policy.Policy}, {@link io.moderato.policy.Decision}. May know
 * {@code signals} and {@code classify}.
 */
@NullMarked
package io.moderato.policy;

import org.jspecify.annotations.NullMarked;
