/**
 * Keeping word lists over HTTP, and showing what an entry would have hit. May know {@code wordlist}, {@code moderation}, {@code signals}, {@code
 * policy}, {@code comment}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.listadmin;

import org.jspecify.annotations.NullMarked;
