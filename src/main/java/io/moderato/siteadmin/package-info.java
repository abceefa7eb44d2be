/** Creating sites, changing them, and rotating their keys over HTTP. May know {@code site}, {@code http} and {@code mongo}. */
@NullMarked
package io.moderato.siteadmin;

import org.jspecify.annotations.NullMarked;
