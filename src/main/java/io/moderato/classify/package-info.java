/**
 * Scores a text: reads it as a person would see it, folds and tokenises it once, hashes its features once, and evaluates every
 * label in one pass over a linear model behind OpenNLP's own API. Main types: {@link io.moderato.classify.Classifier} and
 * {@link io.moderato.classify.Classification}. May know {@code comment}.
 */
@NullMarked
package io.moderato.classify;

import org.jspecify.annotations.NullMarked;
