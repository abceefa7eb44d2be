package io.moderato.signals;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fact by the name that rules read it by.
 *
 * @param name group and fact: {@code links.count}
 * @param meaning a phrase for people
 * @param reader gives a Long, Double, Boolean, String or List of String, as the type says; null where the signal is missing
 */
public record Signal(
    String name, SignalType type, String meaning, Function<Signals, @Nullable Object> reader) {}
