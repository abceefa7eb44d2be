package io.moderato.bench;

import java.util.Arrays;

/** Times of single calls in nanoseconds. Not thread-safe. */
final class Latencies {
  private long[] nanos = new long[1 << 12];
  private int count;

  void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = time;
  }

  int count() {
    return count;
  }

  /** The smallest time that at least this share of the calls did not exceed (nearest rank); NaN without calls. */
  double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }
}
