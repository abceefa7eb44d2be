/** The store's client: one connection pool per process, one bridge from its threads to Vert.x, one list of indexes. Knows nobody. */
@NullMarked
package io.moderato.mongo;

import org.jspecify.annotations.NullMarked;
