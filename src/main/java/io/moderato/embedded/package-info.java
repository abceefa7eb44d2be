/**
 * The store that Moderato brings along: a server that speaks MongoDB's protocol on the loopback interface and keeps its
 * documents in one H2 MVStore file, so that the same driver code runs with and without a MongoDB at hand.
 *
 * <p>{@link io.moderato.embedded.EmbeddedServer} starts it; {@code DurableBackend} acknowledges a write only when it is on the
 * disk; {@code OrderedIndex} and {@code QueryPlan} answer sorted pages without walking over everything. It is for trying
 * Moderato out and for small sites, about 100,000 comments. It knows nobody, and only {@code app} knows it.
 */
@NullMarked
package io.moderato.embedded;

import org.jspecify.annotations.NullMarked;
