package io.moderato.policy;

import io.moderato.classify.Label;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matched.
 *
 * @param text a sentence for people
 * @param label what the rule's first condition scores; null where it reads another signal
 * @param value of that signal
 */
public record Reason(
    String rule, String text, Verdict verdict, @Nullable Label label, double value) {}
