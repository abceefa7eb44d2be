/**
 * The HTTP rim: the contract and what it demands of a request, keys, problems, health and documentation. Knows {@code site} and
 * {@code mongo} alone.
 */
@NullMarked
package io.moderato.http;

import org.jspecify.annotations.NullMarked;
