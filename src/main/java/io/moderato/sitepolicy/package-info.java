/**
 * The policies of sites: their own versions beside the presets, and which of them decides. Main types:
 * {@link io.moderato.sitepolicy.SitePolicies}, {@link io.moderato.sitepolicy.PolicyRepository}. May know {@code policy}, {@code signals},
 * {@code classify}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.sitepolicy;

import org.jspecify.annotations.NullMarked;
