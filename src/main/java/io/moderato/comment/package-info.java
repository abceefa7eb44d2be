/**
 * What is judged: a comment, who wrote it, and the post it stands under, with their repositories. May know {@code site} and
 * {@code mongo}.
 */
@NullMarked
package io.moderato.comment;

import org.jspecify.annotations.NullMarked;
