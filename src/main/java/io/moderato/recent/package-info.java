/**
 * What came lately to each site: a bounded window in memory of the latest comments, that tells how often the same was sent and how fast,
 * at a cost that does not grow with history. It is filled from the store at the start, and follows what other processes store. Main
 * types: {@link io.moderato.recent.RecentComments}, {@link io.moderato.recent.FollowStore}. May know {@code signals}, {@code classify},
 * {@code comment} and {@code site}.
 */
@NullMarked
package io.moderato.recent;

import org.jspecify.annotations.NullMarked;
