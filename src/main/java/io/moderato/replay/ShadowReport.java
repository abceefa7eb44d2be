package io.moderato.replay;

import io.moderato.moderation.PastDecision;
import io.moderato.moderation.ShadowDecision;
import io.moderato.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/** How what ran beside compares with what acted; counted comment by comment, for one thread. */
final class ShadowReport {
  private static final int MOST_LISTED = 100;

  private final String shadow;
  private final Matrix matrix = new Matrix();
  private final Matrix humanActive = new Matrix();
  private final Matrix humanShadow = new Matrix();
  private final List<Disagreement> listed = new ArrayList<>();
  private int without;

  /** @param shadow the id of what runs beside */
  ShadowReport(String shadow) {
    this.shadow = shadow;
  }

  /** A comment that the two decided otherwise. */
  record Disagreement(PastDecision past, ShadowDecision shadow) {}

  void add(PastDecision past) {
    var beside = past.shadow();
    if (beside == null || !beside.shadow().equals(shadow)) {
      without++;
      return;
    }
    matrix.add(past.verdict(), beside.verdict());
    var human = past.human();
    if (human != null && human != Verdict.HOLD) {
      humanActive.add(past.verdict(), human);
      humanShadow.add(beside.verdict(), human);
    }
    if (beside.verdict() != past.verdict() && listed.size() < MOST_LISTED) {
      listed.add(new Disagreement(past, beside));
    }
  }

  int without() {
    return without;
  }

  Matrix matrix() {
    return matrix;
  }

  Agreement active() {
    return new Agreement(humanActive);
  }

  Agreement shadow() {
    return new Agreement(humanShadow);
  }

  List<Disagreement> listed() {
    return listed;
  }
}
