/**
 * Akismet's REST contract, translated: a check becomes a submission, a report becomes feedback, a verdict becomes {@code true} or {@code
 * false}. Main types: {@link io.moderato.dropin.akismet.AkismetApi}, {@link io.moderato.dropin.akismet.CheckReader}. May know {@code
 * feedback}, {@code moderation}, {@code webhook}, {@code policy}, {@code comment}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.dropin.akismet;

import org.jspecify.annotations.NullMarked;
