package io.moderato.moderation;

import io.moderato.classify.Scores;
import io.moderato.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have been decided of a comment by what runs beside the active policy and model. It is kept and never acts.
 *
 * @param shadow the id of what ran
 * @param rules the names of the rules that matched
 * @param scores of the model beside; null where the comment's own scores were decided on
 */
public record ShadowDecision(
    String shadow,
    Verdict verdict,
    List<String> rules,
    @Nullable Scores scores) {
  public ShadowDecision {
    rules = List.copyOf(rules);
  }
}
