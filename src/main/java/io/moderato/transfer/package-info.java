/**
 * The past of a site: taking it in, and giving all of it out; each {@link io.moderato.transfer.Part} is one thing that a site has beside
 * posts and comments. {@code transfer.file} reads the files of other platforms. Nobody but {@code app} and {@code cli} knows it, so it may
 * know what keeps those things: {@code moderation}, {@code feedback}, {@code sitepolicy}, {@code listadmin}, {@code replay}, {@code webhook}
 * and {@code siteadmin}, what these stand on, and the {@code http} rim.
 */
@NullMarked
package io.moderato.transfer;

import org.jspecify.annotations.NullMarked;
