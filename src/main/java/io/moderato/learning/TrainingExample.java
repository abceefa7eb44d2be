package io.moderato.learning;

import io.moderato.classify.Label;
import io.moderato.comment.TextFormat;
import io.moderato.feedback.SuggestedLabels;
import io.moderato.moderation.HumanDecision;
import io.moderato.moderation.TaughtComment;
import io.moderato.policy.Verdict;
import io.moderato.signals.Signals;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text that people of a site spoke of, and what they said. Derived from what is stored of the text, so that there is one for each, and none
 * where the text is gone or all was taken back.
 *
 * @param id {@code comment/} or {@code suggestion/} and the id there
 * @param decisions oldest first; never empty
 * @param judged what the service had said of it; null for a text that it never decided on
 */
public record TrainingExample(
    String id,
    String text,
    TextFormat format,
    List<HumanDecision> decisions,
    @Nullable Judged judged) {
  /** A name that means what {@code SITE} does. */
  static final String REJECT_HERE = "LIKELY_TO_REJECT";

  private static final double MORE_LIKELY_THAN_NOT = 0.5;

  public TrainingExample {
    decisions = List.copyOf(decisions);
  }

  /**
   * What the service had said.
   *
   * @param named the labels that its reasons name
   * @param hasOtherReasons whether a reason against the text names no label
   */
  public record Judged(
      Verdict verdict,
      Set<Label> named,
      boolean hasOtherReasons,
      String policy,
      String models,
      Signals signals) {}

  /**
   * What it teaches of the site's taste.
   *
   * @param rejected whether the text does not belong on the site
   * @param by whose word that is
   */
  public record Taught(boolean rejected, String by, Instant at) {}

  static TrainingExample of(TaughtComment comment) {
    return new TrainingExample(
        "comment/" + comment.id().value(),
        comment.text(),
        comment.format(),
        comment.decisions(),
        new Judged(
            comment.verdict(),
            comment.named(),
            comment.hasOtherReasons(),
            comment.policy(),
            comment.models(),
            comment.signals()));
  }

  /** A text that was only suggested; empty where the site says nothing of it that could be learnt. */
  static Optional<TrainingExample> of(SuggestedLabels suggested) {
    var labels = new EnumMap<Label, Boolean>(Label.class);
    suggested.labels().forEach((label, sure) -> labels.put(label, sure >= MORE_LIKELY_THAN_NOT));
    var here = suggested.others().get(REJECT_HERE);
    if (labels.isEmpty() && here == null) {
      return Optional.empty();
    }
    var rejected = here == null ? labels.containsValue(true) : here >= MORE_LIKELY_THAN_NOT;
    var decision = new HumanDecision(
        rejected ? Verdict.REJECT : Verdict.APPROVE, labels, suggested.by(), suggested.at(), null);
    return Optional.of(new TrainingExample(
        "suggestion/" + suggested.id(),
        suggested.text(),
        TextFormat.TEXT,
        List.of(decision),
        null));
  }

  /** When people last spoke of it. */
  Instant at() {
    return decisions.get(decisions.size() - 1).at();
  }

  /**
   * The last verdict stands. Without one, a label that is said to be there speaks against the text; and if all that the service had against it
   * is said not to be there, that speaks for it. Empty where neither is said, or it was passed on.
   *
   * @param unheard people whose word does not count
   */
  Optional<Taught> taught(Set<String> unheard) {
    Taught taught = null;
    var labels = new EnumMap<Label, Boolean>(Label.class);
    for (var decision : decisions) {
      if (!unheard.contains(decision.by())) {
        labels.putAll(decision.labels());
        taught = taught(decision, labels, taught);
      }
    }
    return Optional.ofNullable(taught);
  }

  private @Nullable Taught taught(
      HumanDecision decision, Map<Label, Boolean> labels, @Nullable Taught before) {
    if (decision.verdict() == Verdict.HOLD) {
      return null;
    }
    if (decision.verdict() != null) {
      return new Taught(decision.verdict() == Verdict.REJECT, decision.by(), decision.at());
    }
    if (before != null) {
      return before;
    }
    if (labels.containsValue(true)) {
      return new Taught(true, decision.by(), decision.at());
    }
    return judged != null
            && !judged.hasOtherReasons()
            && labels.keySet().containsAll(judged.named())
        ? new Taught(false, decision.by(), decision.at())
        : null;
  }
}
