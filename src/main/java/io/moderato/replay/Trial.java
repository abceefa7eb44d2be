package io.moderato.replay;

import io.moderato.moderation.PastDecision;
import io.moderato.policy.Policy;
import io.moderato.signals.Signals;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is tried: a policy, on the signals as they were or as another list or model would have had them.
 *
 * @param name what it is, for people: {@code blog@3, spamHold = 0.6}
 * @param reread makes other signals from a comment's text; null where those stored are decided on
 */
public record Trial(
    String name, Policy policy, @Nullable BiFunction<PastDecision, Signals, Signals> reread) {
  /** The policy on the stored signals. */
  public static Trial of(Policy policy) {
    return new Trial(policy.id(), policy, null);
  }

  /** The same, on signals that are changed once more. */
  Trial reread(String by, BiFunction<PastDecision, Signals, Signals> change) {
    var before = reread;
    return new Trial(
        name + ", " + by,
        policy,
        before == null
            ? change
            : (past, signals) -> change.apply(past, before.apply(past, signals)));
  }

  Signals signals(PastDecision past) {
    return reread == null ? past.signals() : reread.apply(past, past.signals());
  }

  boolean readsTexts() {
    return reread != null;
  }
}
