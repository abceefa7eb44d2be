/** The command line: {@code serve}, {@code classify}, {@code train}, {@code evaluate}, {@code import}, {@code export}, {@code bench}. Knows everybody. */
@NullMarked
package io.moderato.cli;

import org.jspecify.annotations.NullMarked;
