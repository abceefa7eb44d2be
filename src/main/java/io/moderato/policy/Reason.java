package io.moderato.policy;

import io.moderato.classify.Label;
import io.moderato.signals.ListHit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matched.
 *
 * @param text a sentence for people
 * @param label whose score the condition reads, where it is the only one; else null
 * @param score of that label
 * @param read the signals that the condition reads, in the order in which they stand there
 * @param listHits what word lists found that the rule matched for, in reading order, at most {@link #MOST_HITS}
 * @param counterfactual a sentence that says what smallest change would have kept the rule from matching; null where none was found
 */
public record Reason(
    String rule,
    String text,
    Verdict verdict,
    @Nullable Label label,
    @Nullable Double score,
    List<ReadValue> read,
    List<ListHit> listHits,
    @Nullable String counterfactual) {
  /** The comment's own list of hits holds more. */
  public static final int MOST_HITS = 10;

  public Reason {
    read = List.copyOf(read);
    listHits = List.copyOf(listHits);
  }
}
