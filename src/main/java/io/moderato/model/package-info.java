/**
 * Trained models and where they come from: the card that travels with each, and the folder they are kept in. Main types:
 * {@link io.moderato.model.ModelCard} and {@link io.moderato.model.ModelStore}. May know {@code classify}.
 */
@NullMarked
package io.moderato.model;

import org.jspecify.annotations.NullMarked;
