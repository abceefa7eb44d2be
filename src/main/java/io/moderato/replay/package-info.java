/**
 * Trying rules out before they bite: deciding once more on what was decided already, holding the outcome against people's decisions,
 * and letting a policy or a model run beside the active one. Main types: {@link io.moderato.replay.Replay}, {@link
 * io.moderato.replay.ReplayReport}. May know {@code moderation}, {@code policy}, {@code signals}, {@code model}, {@code classify},
 * {@code comment}, {@code site}, {@code siteadmin}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.replay;

import org.jspecify.annotations.NullMarked;
