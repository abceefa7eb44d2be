package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.signals.Signals;
import java.util.List;

/**
 * Everything that is known of a comment, and where in its text that shows.
 *
 * @param models versions of the models that scored it, a site's own last: {@code de@2026.11+base@2026.11 my-blog@7}
 * @param unfamiliar see {@link Judgement#unfamiliar}
 */
record Gathered(Signals signals, List<Evidence> evidence, String models, boolean unfamiliar) {}
