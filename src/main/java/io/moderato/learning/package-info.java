/**
 * What a site's people decide, as what the service learns: examples, a model of the site's own taste trained from them in the background, the
 * trial of each new model against the one that serves, and the API that shows and steers it. Main types: {@link
 * io.moderato.learning.TrainingExample}, {@link io.moderato.learning.LearnSite}, {@link io.moderato.learning.ServedTastes}. May know {@code training},
 * {@code moderation}, {@code feedback}, {@code policy}, {@code signals}, {@code classify}, {@code comment}, {@code site}, {@code http} and {@code mongo}.
 */
@NullMarked
package io.moderato.learning;

import org.jspecify.annotations.NullMarked;
