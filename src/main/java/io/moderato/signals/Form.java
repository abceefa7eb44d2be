package io.moderato.signals;

import org.jspecify.annotations.Nullable;

/**
 * How the platform's form was filled in.
 *
 * @param honeypotFilled whether something stood in a field that people can't see
 * @param seconds between showing the form and sending it; null where the platform does not tell
 */
public record Form(boolean honeypotFilled, @Nullable Double seconds) {}
