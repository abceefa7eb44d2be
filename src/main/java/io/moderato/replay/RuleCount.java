package io.moderato.replay;

import io.moderato.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** How often one rule matched, and what people decided of those comments. */
public final class RuleCount {
  private final Verdict verdict;
  private int matched;
  private int deciding;
  private int approved;
  private int rejected;

  RuleCount(Verdict verdict) {
    this.verdict = verdict;
  }

  void add(boolean decides, @Nullable Verdict human) {
    matched++;
    deciding += decides ? 1 : 0;
    approved += human == Verdict.APPROVE ? 1 : 0;
    rejected += human == Verdict.REJECT ? 1 : 0;
  }

  public Verdict verdict() {
    return verdict;
  }

  public int matched() {
    return matched;
  }

  /** Where no rule was more severe. */
  public int deciding() {
    return deciding;
  }

  /** Of these, people approved so many. */
  public int approved() {
    return approved;
  }

  public int rejected() {
    return rejected;
  }
}
