/**
 * The past of a site: taking it in, and giving all of it out. {@code transfer.file} reads the files of other platforms. May know {@code
 * moderation}, {@code policy}, {@code classify}, {@code comment}, {@code site} and the {@code http} rim.
 */
@NullMarked
package io.moderato.transfer;

import org.jspecify.annotations.NullMarked;
