/** Who asks: sites, their keys and what these allow. Main types: {@link io.moderato.site.Site}, {@link io.moderato.site.SiteDirectory}. May know {@code mongo}. */
@NullMarked
package io.moderato.site;

import org.jspecify.annotations.NullMarked;
