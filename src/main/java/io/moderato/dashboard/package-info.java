/**
 * How the queue, its moderators and the sites' own models do. Main types: {@link io.moderato.dashboard.DashboardPages}, {@link
 * io.moderato.dashboard.ModelsPages}. May know {@code desk} and what it knows, and {@code learning}.
 */
@NullMarked
package io.moderato.dashboard;

import org.jspecify.annotations.NullMarked;
