package io.moderato.recent;

import io.moderato.signals.Corrections;
import io.moderato.signals.Pace;
import io.moderato.signals.Repeats;

/** What came before a comment, and what people decided of it; the comment itself is not counted. */
public record Past(Repeats repeats, Pace pace, Corrections corrections) {}
