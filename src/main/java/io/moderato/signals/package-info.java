/**
 * What is known of a comment before it is decided on: small typed facts, and the names that rules read them by. No fact is ever guessed:
 * one that could not be had in time is missing. Main types: {@link io.moderato.signals.Signals}, {@link
 * io.moderato.signals.SignalCatalogue}. May know {@code classify}.
 */
@NullMarked
package io.moderato.signals;

import org.jspecify.annotations.NullMarked;
