/**
 * What an author may ask for: that nothing of them is left. Main type: {@link io.moderato.erasure.EraseAuthor}. May know {@code moderation},
 * {@code feedback}, {@code recent}, {@code webhook}, {@code audit}, {@code comment}, {@code site}, {@code signals} and {@code http}.
 */
@NullMarked
package io.moderato.erasure;

import org.jspecify.annotations.NullMarked;
