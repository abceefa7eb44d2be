package io.moderato.replay;

import io.moderato.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** How often a score lay in each twentieth of [0, 1], over all comments and over those on which people decided. */
public final class Histogram {
  public static final int BINS = 20;

  private final int[] all = new int[BINS];
  private final int[] approved = new int[BINS];
  private final int[] rejected = new int[BINS];

  void add(double score, @Nullable Verdict human) {
    int bin = Math.min(BINS - 1, (int) (score * BINS));
    all[bin]++;
    if (human == Verdict.APPROVE) {
      approved[bin]++;
    } else if (human == Verdict.REJECT) {
      rejected[bin]++;
    }
  }

  public int[] all() {
    return all.clone();
  }

  /** Of comments that people approved. */
  public int[] approved() {
    return approved.clone();
  }

  /** Of comments that people rejected. */
  public int[] rejected() {
    return rejected.clone();
  }
}
