package io.moderato.policy;

/**
 * A named condition with a verdict, as a person wrote it.
 *
 * @param sentence for people; {@code {scores.SPAM}} in it becomes the signal's value, {@code {value}} that of the only signal that the
 *     condition reads
 * @param when a CEL expression over the signals and the policy's definitions, yes or no
 */
public record Rule(String name, String sentence, String when, Verdict verdict) {}
