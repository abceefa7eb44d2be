package io.moderato.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The keys that one field of a matching document can have: disjoint intervals in ascending order. A superset is always
 * right, since every document found is matched against the whole filter.
 */
record Intervals(List<Interval> list) {
  static final Intervals NONE = new Intervals(List.of());

  /**
   * All keys from {@code low} on up to those that begin with {@code high}, both included.
   *
   * @param point whether exactly one key is meant, so that the next field of an index is in order within it
   */
  record Interval(byte[] low, byte[] high, boolean point) {
    /** Whether {@code key} is beyond the end, and not just a continuation of it. */
    private static boolean isBeyond(byte[] key, byte[] high) {
      return Arrays.compareUnsigned(key, high) > 0 && !beginsWith(key, high);
    }
  }

  Intervals {
    list = List.copyOf(list);
  }

  static Intervals point(byte[] key) {
    return new Intervals(List.of(new Interval(key, key, true)));
  }

  static Intervals range(byte[] low, byte[] high) {
    return new Intervals(List.of(new Interval(low, high, false)));
  }

  boolean arePoints() {
    return list.stream().allMatch(Interval::point);
  }

  boolean isOnePoint() {
    return list.size() == 1 && list.get(0).point();
  }

  Intervals and(Intervals other) {
    var both = new ArrayList<Interval>();
    for (var one : list) {
      for (var two : other.list) {
        byte[] low = Arrays.compareUnsigned(one.low, two.low) >= 0 ? one.low : two.low;
        byte[] high = endsFirst(one.high, two.high) ? one.high : two.high;
        if (!Interval.isBeyond(low, high)) {
          both.add(new Interval(low, high, one.point || two.point));
        }
      }
    }
    return new Intervals(both);
  }

  Intervals or(Intervals other) {
    return union(List.of(this, other));
  }

  static Intervals union(List<Intervals> parts) {
    var sorted = new ArrayList<Interval>();
    parts.forEach(part -> sorted.addAll(part.list));
    sorted.sort(Comparator.comparing(Interval::low, Arrays::compareUnsigned));
    var merged = new ArrayList<Interval>();
    for (var next : sorted) {
      var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || Interval.isBeyond(next.low, last.high)) {
        merged.add(next);
      } else {
        byte[] high = endsFirst(last.high, next.high) ? next.high : last.high;
        merged.set(merged.size() - 1, new Interval(last.low, high, last.point && next.point));
      }
    }
    return new Intervals(merged);
  }

  /** One interval around all of them, where there are too many to look at each. */
  Intervals hull() {
    return list.size() < 2 ? this : range(list.get(0).low, list.get(list.size() - 1).high);
  }

  private static boolean endsFirst(byte[] one, byte[] two) {
    if (beginsWith(one, two)) {
      return true;
    }
    return !beginsWith(two, one) && Arrays.compareUnsigned(one, two) < 0;
  }

  private static boolean beginsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }
}
