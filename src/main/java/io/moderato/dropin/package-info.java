/** Doors for clients of other services: each package beneath translates one contract and neither scores nor decides. */
@NullMarked
package io.moderato.dropin;

import org.jspecify.annotations.NullMarked;
