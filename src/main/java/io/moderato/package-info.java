/** The command line's entry; everything else lives in a package of its own. */
@NullMarked
package io.moderato;

import org.jspecify.annotations.NullMarked;
