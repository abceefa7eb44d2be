/**
 * Perspective's Comment Analyzer, v1alpha1: its requests to classifications and back. Main type: {@link
 * io.moderato.dropin.perspective.PerspectiveApi}. May know {@code classify}, {@code feedback}, {@code comment}, {@code site} and the {@code
 * http} rim.
 */
@NullMarked
package io.moderato.dropin.perspective;

import org.jspecify.annotations.NullMarked;
