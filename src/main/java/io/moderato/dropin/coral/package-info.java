/**
 * Coral's external moderation phase: its signed comments to submissions, and decisions to its statuses. Main type: {@link
 * io.moderato.dropin.coral.CoralApi}. May know {@code moderation}, {@code policy}, {@code classify}, {@code comment}, {@code site} and the {@code
 * http} rim.
 */
@NullMarked
package io.moderato.dropin.coral;

import org.jspecify.annotations.NullMarked;
