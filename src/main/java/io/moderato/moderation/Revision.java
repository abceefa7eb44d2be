package io.moderato.moderation;

import io.moderato.comment.TextFormat;
import io.moderato.policy.Verdict;
import java.time.Instant;
import java.util.List;

/** An earlier text of a comment, what the policy decided on it, and what people did. */
public record Revision(
    int version,
    String text,
    TextFormat format,
    Verdict verdict,
    List<HumanDecision> humanDecisions,
    Instant decidedAt) {
  public Revision {
    humanDecisions = List.copyOf(humanDecisions);
  }
}
