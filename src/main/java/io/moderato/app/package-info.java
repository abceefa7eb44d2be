/** The wiring: settings, routes, start and stop order. Knows everybody; only {@code cli} and {@code bench} know it. */
@NullMarked
package io.moderato.app;

import org.jspecify.annotations.NullMarked;
