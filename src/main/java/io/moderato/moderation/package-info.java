/**
 * The way of a comment: gather facts, decide, store, and show what was approved. Main types: {@link
 * io.moderato.moderation.ModerateComment}, {@link io.moderato.moderation.ModeratedComment}. May know {@code recent}, {@code policy}, {@code classify},
 * {@code comment}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.moderation;

import org.jspecify.annotations.NullMarked;
