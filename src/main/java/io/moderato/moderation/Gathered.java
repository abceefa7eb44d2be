package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.signals.Signals;
import java.util.List;

/** Everything that is known of a comment, and where in its text that shows. */
record Gathered(Signals signals, List<Evidence> evidence) {}
