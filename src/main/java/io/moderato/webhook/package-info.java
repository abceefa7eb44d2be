/**
 * Telling platforms of decisions: from the events in a comment's document, over deliveries that are tried again until they arrive or
 * are given up, to signed calls that reach public addresses alone. Main types: {@link io.moderato.webhook.TakeEvents}, {@link
 * io.moderato.webhook.DeliverDue}, {@link io.moderato.webhook.GuardedSender}. May know {@code moderation}, {@code comment}, {@code
 * site}, {@code siteadmin}, {@code mongo} and the {@code http} rim.
 */
@NullMarked
package io.moderato.webhook;

import org.jspecify.annotations.NullMarked;
