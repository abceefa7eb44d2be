/**
 * Who did what to which comment, policy, list or account, and when; never changed afterwards. {@code AuditLog} takes entries and gives them
 * back. May know {@code comment}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.audit;

import org.jspecify.annotations.NullMarked;
