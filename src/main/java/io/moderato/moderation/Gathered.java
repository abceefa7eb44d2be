package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.signals.Signals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a comment, and where in its text that shows.
 *
 * @param taste the site's own model that scored beside the base model: {@code my-blog@7}; null where none did
 */
record Gathered(
    Signals signals, List<Evidence> evidence, @Nullable String taste) {}
