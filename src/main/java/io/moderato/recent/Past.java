package io.moderato.recent;

import io.moderato.signals.Pace;
import io.moderato.signals.Repeats;

/** What came before a comment, itself not counted. */
public record Past(Repeats repeats, Pace pace) {}
