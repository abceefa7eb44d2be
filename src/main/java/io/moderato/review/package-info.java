/**
 * What moderators do: the queue of held comments, claims, acts on one comment and on many, and taking them back. Main types: {@link
 * io.moderato.review.ReviewQueue}, {@link io.moderato.review.DecideReview}. May know {@code audit}, {@code moderation}, {@code policy}, {@code
 * signals}, {@code classify}, {@code comment}, {@code site} and the {@code http} rim.
 */
@NullMarked
package io.moderato.review;

import org.jspecify.annotations.NullMarked;
