package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.policy.Decision;
import io.moderato.signals.Signals;
import java.time.Instant;
import java.util.List;

/**
 * What was found of a text, and what was decided on it.
 *
 * @param degraded whether a signal that usually has its say was missing
 * @param models the models that scored: {@code base@2026.11}
 */
public record Judgement(
    Signals signals,
    List<Evidence> evidence,
    Decision decision,
    boolean degraded,
    String models,
    Instant decidedAt) {
  public Judgement {
    evidence = List.copyOf(evidence);
  }
}
