/**
 * Lists of words, phrases, wildcards, regular expressions and domains as people keep them, and finding them in comments. Main types: {@link
 * io.moderato.wordlist.WordList}, {@link io.moderato.wordlist.CompiledList}, {@link io.moderato.wordlist.ListDirectory}. May know {@code
 * signals}, {@code classify}, {@code comment}, {@code site} and {@code mongo}.
 */
@NullMarked
package io.moderato.wordlist;

import org.jspecify.annotations.NullMarked;
