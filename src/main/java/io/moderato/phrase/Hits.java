package io.moderato.phrase;

import java.util.Arrays;

/**
 * What a scan found, weighed as it is found: phrases of groups, and guards that take the edge off those near them. A scratch pad; not
 * thread-safe.
 */
final class Hits implements PhraseScan.Finds {
  /** So many of a guard's latest places are remembered. */
  private static final int REMEMBERED = 4;

  private final Phrases phrases;
  private final TextWords text;
  private final int[][] guardBegins;
  private final int[][] guardEnds;
  private final int[] guardCounts;
  private int[] groups = new int[64];
  private int[] begins = new int[64];
  private int[] ends = new int[64];

  /** A bit for each guard that took the edge off. */
  private long[] guarded = new long[64];

  private double[] weights = new double[64];
  private int count;

  Hits(Phrases phrases, TextWords text) {
    this.phrases = phrases;
    this.text = text;
    this.guardBegins = new int[phrases.guards().size()][REMEMBERED];
    this.guardEnds = new int[phrases.guards().size()][REMEMBERED];
    this.guardCounts = new int[phrases.guards().size()];
  }

  void clear() {
    count = 0;
    Arrays.fill(guardCounts, 0);
  }

  int count() {
    return count;
  }

  int group(int hit) {
    return groups[hit];
  }

  /** Where it begins in the text as sent. */
  int begin(int hit) {
    return text.begin(begins[hit]);
  }

  /** Where it ends in the text as sent, exclusive. */
  int end(int hit) {
    return text.end(ends[hit]);
  }

  /** What is left of its group's weight. */
  double weight(int hit) {
    return weights[hit];
  }

  @Override
  public void found(int mark, int begin, int end) {
    if (mark < phrases.groups().size()) {
      foundGroup(mark, begin, end);
    } else {
      foundGuard(mark - phrases.groups().size(), begin, end);
    }
  }

  private void foundGroup(int group, int begin, int end) {
    var of = phrases.groups().get(group);
    boolean quoted = text.isQuoted(end);
    add(group, begin, end, of.weight() * (quoted ? of.quoted() : 1));
    for (int guard : of.guards()) {
      int remembered = Math.min(guardCounts[guard], REMEMBERED);
      for (int i = 0; i < remembered; i++) {
        apply(guard, guardBegins[guard][i], guardEnds[guard][i], count - 1);
      }
    }
  }

  private void foundGuard(int guard, int begin, int end) {
    int place = guardCounts[guard] % REMEMBERED;
    guardBegins[guard][place] = begin;
    guardEnds[guard][place] = end;
    guardCounts[guard]++;
    int farthest = begin - phrases.guards().get(guard).after();
    for (int hit = count - 1; hit >= 0 && ends[hit] >= farthest; hit--) {
      apply(guard, begin, end, hit);
    }
  }

  /** Weakens a hit by a guard that is near enough in the same sentence, or has the hit inside; once only. */
  private void apply(int guard, int begin, int end, int hit) {
    var of = phrases.guards().get(guard);
    boolean inside = begins[hit] >= begin && ends[hit] <= end;
    boolean before = end < begins[hit] && begins[hit] - end <= of.before();
    boolean after = begin > ends[hit] && begin - ends[hit] <= of.after();
    boolean near =
        (before || after) && (of.across() || text.sentence(begin) == text.sentence(begins[hit]));
    if ((inside || near)
        && (guarded[hit] & 1L << guard) == 0
        && phrases.groups().get(groups[hit]).isGuardedBy(guard)) {
      guarded[hit] |= 1L << guard;
      weights[hit] *= of.factor();
    }
  }

  private void add(int group, int begin, int end, double weight) {
    if (count == groups.length) {
      groups = Arrays.copyOf(groups, 2 * count);
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      guarded = Arrays.copyOf(guarded, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
    groups[count] = group;
    begins[count] = begin;
    ends[count] = end;
    guarded[count] = 0;
    weights[count] = weight;
    count++;
  }
}
