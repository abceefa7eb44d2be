/**
 * The benchmark that anyone can run, {@code moderato bench}: it starts the service in a process of its own, drives it over loopback,
 * and says what a comment costs. Main types: {@link io.moderato.bench.Benchmark} and {@link io.moderato.bench.Figure}. May know
 * {@code app} and what {@code app} knows.
 */
@NullMarked
package io.moderato.bench;

import org.jspecify.annotations.NullMarked;
