package io.moderato.policy;

import java.util.List;

/**
 * A verdict with its reasons.
 *
 * @param reasons one for each rule that matched, the milder ones too, in the order of the policy
 * @param policy the name and version of the policy that decided: {@code default@1}
 */
public record Decision(Verdict verdict, List<Reason> reasons, String policy) {
  public Decision {
    reasons = List.copyOf(reasons);
  }
}
