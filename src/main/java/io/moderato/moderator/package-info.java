/**
 * The people who moderate: their accounts, how they sign in, and for how long. {@code Moderator} is an account, {@code SessionGuard} lets in who
 * is signed in. May know {@code audit}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.moderator;

import org.jspecify.annotations.NullMarked;
