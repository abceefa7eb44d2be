package io.moderato.listadmin;

import io.moderato.comment.CommentId;
import io.moderato.policy.Verdict;
import io.moderato.signals.ListHit;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What entries would have hit among a site's latest comments.
 *
 * @param searched how many comments were looked at
 * @param verdicts how those that were hit had been decided; verdicts that none of them has are left out
 * @param first the latest of those that were hit, the last one first
 */
record Preview(int searched, Map<Verdict, Integer> verdicts, List<HitComment> first) {
  /** Comments that were hit are shown up to so many. */
  static final int MOST_SHOWN = 20;

  /** A comment, and where it was hit. */
  record HitComment(CommentId id, Instant decidedAt, Verdict verdict, List<ListHit> hits) {}

  Preview {
    verdicts = Map.copyOf(verdicts);
    first = List.copyOf(first);
  }

  int hit() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
