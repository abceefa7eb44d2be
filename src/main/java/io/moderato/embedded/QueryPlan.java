package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.moderato.embedded.Intervals.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * How to find a filter's candidates in one ordered index: equality on the first fields, then a range, and the sort order for
 * free where the index has it. Whatever it gives is matched against the filter again; a plan can be slow, never wrong.
 *
 * <p>Of a field that can be an array, one element must be given: then a document stands in the index's part once.
 *
 * @param ranges parts of the index, in its order
 * @param keys which entries of them are candidates
 * @param sorted whether the candidates come in the order that was asked for
 * @param reverse whether to walk the index backwards for that
 * @param exact whether every candidate matches, so that counting them counts the documents
 * @param cost about how many documents will be looked at
 */
record QueryPlan(
    OrderedIndex index,
    List<Range> ranges,
    KeyFilter keys,
    boolean sorted,
    boolean reverse,
    boolean exact,
    long cost) {
  /** More equal prefixes than this are walked over as one range. */
  private static final int MOST_PREFIXES = 256;

  /** To look at so many keys takes as long as to read a document. */
  private static final int KEYS_FOR_A_DOCUMENT = 16;

  /** Keys from {@code low} on, up to {@code high}; null is the end of the index. */
  record Range(byte[] low, byte @Nullable [] high) {}

  QueryPlan {
    ranges = List.copyOf(ranges);
  }

  /**
   * The cheapest plan, or none where reading all documents is as good.
   *
   * @param wanted how many documents are wanted at most; 0 for all
   * @param size the number of documents
   */
  static Optional<QueryPlan> choose(
      Collection<OrderedIndex> indexes,
      Document filter,
      @Nullable Document sort,
      int wanted,
      long size) {
    boolean wantsSort = sort != null && !sort.isEmpty() && !sort.containsKey("$natural");
    if (filter.isEmpty() && !wantsSort) {
      return Optional.empty();
    }
    var bounds = FilterBounds.of(filter);
    var order = wantsSort && sort != null ? sort : new Document();
    var uses =
        indexes.stream().flatMap(index -> IndexUse.of(index, bounds, order)).toList();
    return uses.stream()
        .filter(use -> uses.stream().noneMatch(other -> other.narrows(use)))
        .map(use -> of(use, bounds, wanted))
        .filter(plan -> plan.cost < size || plan.sorted && wantsSort)
        .min(Comparator.comparingLong(QueryPlan::cost).thenComparing(plan -> !plan.sorted));
  }

  private static QueryPlan of(IndexUse use, FilterBounds bounds, int wanted) {
    var index = use.index();
    var limits = use.limits();
    var prefixes = new ArrayList<byte[]>(List.of(new byte[0]));
    var ranges = new ArrayList<Range>();
    for (var field : index.getKeys()) {
      var intervals = limits.get(field.getKey());
      if (intervals == null) {
        break;
      }
      if (intervals.arePoints() && prefixes.size() * intervals.list().size() <= MOST_PREFIXES) {
        prefixes = joined(prefixes, field, intervals);
      } else {
        addRanges(ranges, prefixes, field, intervals);
        prefixes.clear();
        break;
      }
    }
    boolean equal = ranges.isEmpty();
    prefixes.forEach(prefix -> ranges.add(new Range(prefix, behind(prefix))));
    ranges.sort(Comparator.comparing(Range::low, Arrays::compareUnsigned));

    var keys = KeyFilter.of(index, bounds);
    boolean saysAll = bounds.exact()
        && keys.parts().size() == bounds.literalCount()
        && use.used().size() == limits.size()
        && index.arrays().stream()
            .map(bounds.ofElements()::get)
            .allMatch(elements -> elements != null && elements.size() == 1);
    long cost = candidates(index, ranges);
    if (!keys.isEmpty()) {
      cost = cost / KEYS_FOR_A_DOCUMENT + index.otherCount();
    }
    if (use.sorted() && wanted > 0) {
      cost = Math.min(cost, saysAll ? wanted : Math.max(wanted, cost / 4));
    }
    boolean exact = saysAll && equal && index.otherCount() == 0;
    return new QueryPlan(index, ranges, keys, use.sorted(), use.backward(), exact, cost);
  }

  private static ArrayList<byte[]> joined(List<byte[]> prefixes, IndexKey field, Intervals points) {
    var longer = new ArrayList<byte[]>();
    for (var prefix : prefixes) {
      for (var point : points.list()) {
        longer.add(KeyEncoder.joined(prefix, directed(field, point.low())));
      }
    }
    return longer;
  }

  private static void addRanges(
      List<Range> ranges, List<byte[]> prefixes, IndexKey field, Intervals intervals) {
    boolean many = prefixes.size() * intervals.list().size() > MOST_PREFIXES;
    for (var prefix : prefixes) {
      for (var interval : (many ? intervals.hull() : intervals).list()) {
        ranges.add(range(prefix, field, interval));
      }
    }
  }

  private static Range range(byte[] prefix, IndexKey field, Interval interval) {
    byte[] low = directed(field, field.isAscending() ? interval.low() : interval.high());
    byte[] high = directed(field, field.isAscending() ? interval.high() : interval.low());
    return new Range(KeyEncoder.joined(prefix, low), behind(KeyEncoder.joined(prefix, high)));
  }

  private static byte[] directed(IndexKey field, byte[] key) {
    return field.isAscending() ? key : KeyEncoder.inverted(key);
  }

  /** The first key behind all that begin with {@code prefix}; null where there is none. */
  private static byte @Nullable [] behind(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xFF) {
        byte[] next = Arrays.copyOf(prefix, i + 1);
        next[i]++;
        return next;
      }
    }
    return null;
  }

  /** How many candidates there are, counted up to {@code most}; the ends of the ranges tell, unless keys must be looked at. */
  long count(long most) {
    if (keys.isEmpty()) {
      return Math.min(most, candidates(index, ranges));
    }
    long count = 0;
    for (var scan = scan(); count < most && scan.hasNext(); scan.next()) {
      count++;
    }
    return count;
  }

  private static long candidates(OrderedIndex index, List<Range> ranges) {
    long cost = 0;
    for (var range : ranges) {
      var high = range.high();
      long end = high == null ? index.entries().sizeAsLong() : rank(index.entries(), high);
      cost += Math.max(0, end - rank(index.entries(), range.low()));
    }
    return cost + index.otherCount();
  }

  /** The map counts its entries page by page, so that this costs one walk down the tree. */
  private static long rank(MVMap<byte[], Long> entries, byte[] key) {
    long rank = entries.getKeyIndex(key);
    return rank < 0 ? -rank - 1 : rank;
  }

  PositionScan scan() {
    var scans = new ArrayList<PositionScan>();
    for (var range : ranges) {
      scans.add(new KeyScan<>(
          index.entries(), range.low(), range.high(), reverse, keys, (key, position) -> position));
    }
    if (reverse) {
      Collections.reverse(scans);
    }
    if (index.otherCount() > 0) {
      scans.add(PositionScan.of(index.others()));
    }
    return PositionScan.concat(scans);
  }
}
