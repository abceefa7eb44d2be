package io.moderato.moderation;

import io.moderato.classify.Label;
import io.moderato.policy.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided of a comment, whatever the policy had decided before.
 *
 * @param verdict null where only labels were set right; {@code HOLD} passes it on to other people
 * @param labels what the comment truly is and is not; labels that nobody spoke of are absent
 * @param by who: {@code moderator:} and a login, {@code key:} and the id of the platform's key, {@code operator}, or {@code import} for a
 *     decision that was taken in with a site's history
 * @param note for other people; null without one
 * @param reason for rejecting it, in the words of the site's list; null without one
 */
public record HumanDecision(
    @Nullable Verdict verdict,
    Map<Label, Boolean> labels,
    String by,
    Instant at,
    @Nullable String note,
    @Nullable String reason) {
  public HumanDecision {
    if (verdict == null && labels.isEmpty()) {
      throw new IllegalArgumentException("a decision without verdict and labels decides nothing");
    }
    var copy = new EnumMap<Label, Boolean>(Label.class);
    copy.putAll(labels);
    labels = Collections.unmodifiableMap(copy);
  }

  /** Without a reason. */
  public HumanDecision(
      @Nullable Verdict verdict,
      Map<Label, Boolean> labels,
      String by,
      Instant at,
      @Nullable String note) {
    this(verdict, labels, by, at, note, null);
  }

  /** The last one with a verdict, which is the one that stands. */
  static Optional<HumanDecision> standing(List<HumanDecision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.verdict() != null)
        .reduce((earlier, later) -> later);
  }

  /** Whether the same person says the same again, at whatever time. */
  public boolean repeats(HumanDecision earlier) {
    return equals(new HumanDecision(
        earlier.verdict(), earlier.labels(), earlier.by(), at, earlier.note(), earlier.reason()));
  }
}
