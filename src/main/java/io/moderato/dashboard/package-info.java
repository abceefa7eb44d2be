/** How the queue and its moderators do: counted from what they did. May know {@code desk} and what it knows. */
@NullMarked
package io.moderato.dashboard;

import org.jspecify.annotations.NullMarked;
