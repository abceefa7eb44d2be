package io.moderato.replay;

import io.moderato.moderation.PastDecision;
import io.moderato.policy.Decision;
import io.moderato.policy.Policy;
import io.moderato.policy.Rule;
import io.moderato.signals.Signals;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is tried: a policy, on the signals as they were or as another list or model would have had them.
 *
 * @param reread makes other signals from a comment's text; null where those stored are decided on
 */
public record Trial(Policy policy, @Nullable Function<PastDecision, Signals> reread) {
  /** The policy on the stored signals. */
  public static Trial of(Policy policy) {
    return new Trial(policy, null);
  }

  Signals signals(PastDecision past) {
    return reread == null ? past.signals() : reread.apply(past);
  }

  List<Rule> matching(Signals signals) {
    return policy.matching(signals);
  }

  Decision decide(Signals signals) {
    return policy.decide(signals);
  }

  boolean readsTexts() {
    return reread != null;
  }
}
