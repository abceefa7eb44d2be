/**
 * The whole service as its callers meet it: started for real on a free port, asked over HTTP alone. Every answer that any of these
 * tests gets is held against {@code openapi.yaml}.
 */
@NullMarked
package io.moderato.service;

import org.jspecify.annotations.NullMarked;
