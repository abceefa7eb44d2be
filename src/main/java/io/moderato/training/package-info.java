/**
 * Trains the shipped models from public data sets and measures them: data sets are read and split, a linear model is fitted for
 * each label, calibrated on a held-out part, and described by a card with its measured quality. Main types:
 * {@link io.moderato.training.TrainModels}, {@link io.moderato.training.Trainer} and {@link io.moderato.training.Evaluator}.
 * May know {@code classify}, {@code comment} and {@code model}.
 */
@NullMarked
package io.moderato.training;

import org.jspecify.annotations.NullMarked;
