/**
 * Scores by phrases what can't be learnt for want of data: lists of phrases with weights, and of what takes their edge off (negation,
 * reports, figures of speech), matched in one pass over the folded words. Main types: {@link io.moderato.phrase.PhraseBook} and
 * {@link io.moderato.phrase.PhraseClassifier}. May know {@code classify} and {@code comment}.
 */
@NullMarked
package io.moderato.phrase;

import org.jspecify.annotations.NullMarked;
