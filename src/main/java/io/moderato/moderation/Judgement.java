package io.moderato.moderation;

import io.moderato.classify.Evidence;
import io.moderato.policy.Decision;
import io.moderato.signals.Signals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a text, and what was decided on it.
 *
 * @param degraded whether a signal that usually has its say was missing
 * @param models versions of the models that scored, a site's own last: {@code de@2026.11+base@2026.11 my-blog@7}
 * @param shadow what would have been decided beside; null where nothing ran
 * @param unfamiliar whether more of its words than usual are new to what the site's own model learnt from
 * @param draw why people are to look at it though it was approved; null where they need not
 */
public record Judgement(
    Signals signals,
    List<Evidence> evidence,
    Decision decision,
    boolean degraded,
    String models,
    Instant decidedAt,
    @Nullable ShadowDecision shadow,
    boolean unfamiliar,
    @Nullable Draw draw) {
  public Judgement {
    evidence = List.copyOf(evidence);
  }

  /** The same, with what would have been decided beside. */
  Judgement beside(ShadowDecision shadow) {
    return new Judgement(
        signals, evidence, decision, degraded, models, decidedAt, shadow, unfamiliar, draw);
  }

  /** The same, for people to look at. */
  Judgement drawn(Draw draw) {
    return new Judgement(
        signals, evidence, decision, degraded, models, decidedAt, shadow, unfamiliar, draw);
  }

  /** With nothing beside, and not drawn. */
  public Judgement(
      Signals signals,
      List<Evidence> evidence,
      Decision decision,
      boolean degraded,
      String models,
      Instant decidedAt) {
    this(signals, evidence, decision, degraded, models, decidedAt, null, false, null);
  }
}
